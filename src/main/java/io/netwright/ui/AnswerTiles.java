package io.netwright.ui;

import io.netwright.data.DataSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Samples with what a network takes them for: `9 → 4` where it is wrong, `7` where it is right. A click shows how sure
/// it is of each class.
public final class AnswerTiles extends VBox {

    private static final int SIDE = 40;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final FlowPane tiles = new FlowPane(6, 8);
    private final AnswerBars bars = new AnswerBars();
    private final Map<Integer, Image> pictures = new HashMap<>();
    private @Nullable DataSet data;
    private List<String> classes = List.of();
    private List<Answer> answers = List.of();
    private @Nullable Integer chosen;

    public AnswerTiles() {
        super(8);
        ScrollPane scroll = new ScrollPane(tiles);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add(Styles.BARE_SCROLL);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        scroll.setMinHeight(60);
        getChildren().addAll(scroll, bars);
    }

    /// As high as all samples need at that width: scrolling is for where there is less.
    @Override
    protected double computePrefHeight(double width) {
        double bar = bars.getChildren().isEmpty() ? 0 : getSpacing() + bars.prefHeight(width);
        return tiles.prefHeight(width) + bar;
    }

    /// @param set   the samples in the units of their source
    /// @param names of the classes
    public void show(DataSet set, List<String> names, List<Answer> next) {
        if (data != set) {
            data = set;
            pictures.clear();
            chosen = null;
        }
        classes = names;
        answers = next;
        draw();
    }

    private void draw() {
        DataSet set = data;
        if (set != null) {
            tiles.getChildren().setAll(answers.stream().map(a -> tile(set, a)).toList());
        }
        bars.show(
                answers.stream()
                        .filter(a -> chosen != null && a.sample() == chosen)
                        .findFirst()
                        .orElse(null),
                classes);
    }

    private Node tile(DataSet set, Answer answer) {
        Label words = Icons.label(Styles.MONO, Styles.SMALL);
        String best = AnswerBars.name(classes, answer.best());
        words.setText(answer.isRight() ? best : AnswerBars.name(classes, answer.actual()) + " → " + best);
        if (!answer.isRight()) {
            words.getStyleClass().add(Styles.BAD);
        }
        VBox tile = new VBox(2, words);
        if (set.kind() == DataSet.Kind.IMAGES) {
            Image image = pictures.computeIfAbsent(answer.sample(), sample -> Pictures.of(set, sample, SIDE));
            tile.getChildren().addFirst(new ImageView(image));
        }
        tile.setAlignment(Pos.CENTER);
        tile.setId("answer-" + answer.sample());
        tile.getStyleClass().add("nw-answer");
        tile.pseudoClassStateChanged(CHOSEN, chosen != null && chosen == answer.sample());
        tile.setOnMouseClicked(e -> {
            chosen = answer.sample();
            draw();
        });
        return tile;
    }
}
