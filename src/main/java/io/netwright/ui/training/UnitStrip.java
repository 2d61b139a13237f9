package io.netwright.ui.training;

import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import io.netwright.ui.training.Insight.Field;
import io.netwright.ui.training.Insight.Surface;
import io.netwright.ui.training.InsightMaker.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The units of one layer, each as a small picture of what it makes of the plane; a click shows one large.
final class UnitStrip extends VBox {

    private static final double SIDE = 30;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Words words;
    private final Consumer<Choice> choose;
    private final ComboBox<String> layers = new ComboBox<>();
    private final Button whole;
    private final FlowPane pictures = new FlowPane(4, 4);
    private final List<ImageView> images = new ArrayList<>();
    private boolean refreshing;

    UnitStrip(Words words, Consumer<Choice> choose) {
        super(6);
        this.words = words;
        this.choose = choose;
        layers.setId("unit-layer");
        layers.getStyleClass().add("nw-data-choice");
        layers.valueProperty().addListener((p, was, is) -> {
            if (!refreshing && is != null) {
                choose.accept(new Choice(is, null));
            }
        });
        whole = words.bind(new Button(), "panels.train.whole");
        whole.setId("unit-whole");
        whole.getStyleClass().addAll(Styles.CHIP, "nw-toggle-chip");
        whole.setOnAction(e -> choose.accept(new Choice(layers.getValue(), null)));
        Label name = words.bind(Icons.label(Styles.MUTED, Styles.SMALL), "panels.train.unitsOf");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(6, name, layers, gap, whole);
        head.setAlignment(Pos.CENTER_LEFT);
        ScrollPane scroll = new ScrollPane(pictures);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add(Styles.BARE_SCROLL);
        scroll.setMinHeight(SIDE + 4);
        scroll.setPrefHeight(2 * SIDE + 12);
        getChildren().addAll(head, scroll);
    }

    void show(Surface s) {
        refreshing = true;
        if (!layers.getItems().equals(s.layers())) {
            layers.getItems().setAll(s.layers());
        }
        layers.setValue(s.layer());
        refreshing = false;
        whole.setDisable(s.unit() == null);
        if (images.size() != s.units().size()) {
            images.clear();
            pictures.getChildren().clear();
            for (int u = 0; u < s.units().size(); u++) {
                pictures.getChildren().add(unit(u));
            }
        }
        for (int u = 0; u < images.size(); u++) {
            Field field = s.units().get(u);
            images.get(u).setImage(SurfaceView.image(field));
            pictures.getChildren().get(u).pseudoClassStateChanged(CHOSEN, s.unit() != null && s.unit() == u);
        }
    }

    private Button unit(int u) {
        ImageView image = new ImageView();
        image.setFitWidth(SIDE - 4);
        image.setFitHeight(SIDE - 4);
        images.add(image);
        Button button = new Button("", image);
        button.setId("unit-" + u);
        button.getStyleClass().add("nw-unit");
        button.setTooltip(words.tooltip("panels.train.unit", u));
        button.setOnAction(e -> choose.accept(new Choice(layers.getValue(), u)));
        return button;
    }
}
