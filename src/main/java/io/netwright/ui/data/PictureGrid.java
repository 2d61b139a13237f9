package io.netwright.ui.data;

import io.netwright.data.DataSet;
import io.netwright.ui.Icons;
import io.netwright.ui.Pictures;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

/// The first pictures, each with what it is.
final class PictureGrid extends VBox {

    private static final int MOST = 120;
    private static final int SIDE = 48;

    private final Words words;
    private final TilePane tiles = new TilePane(8, 10);
    private final Label more = Icons.label(Styles.MUTED, Styles.SMALL);

    PictureGrid(Words words) {
        super(6);
        this.words = words;
        tiles.setId("picture-grid");
        tiles.getStyleClass().add("nw-data-pictures");
        ScrollPane scroll = new ScrollPane(tiles);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add(Styles.BARE_SCROLL);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, more);
    }

    void show(Samples samples) {
        // in the units of the source: scaled or not, it is the same picture
        DataSet set = samples.data().raw();
        List<String> names = set.target().classNames();
        int count = Math.min(MOST, samples.chosen().length);
        List<Node> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int sample = samples.chosen()[i];
            Label label = Icons.label(Styles.MONO, Styles.SMALL);
            int known = set.target().classOf(sample);
            label.setText(known < 0 ? Integer.toString(sample) : names.get(known));
            VBox tile = new VBox(3, new ImageView(Pictures.of(set, sample, SIDE)), label);
            tile.setAlignment(Pos.CENTER);
            pictures.add(tile);
        }
        tiles.getChildren().setAll(pictures);
        more.setText(words.now("panels.data.pictures.more", count, samples.chosen().length));
    }
}
