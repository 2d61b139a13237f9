package io.netwright.ui.evaluate;

import io.netwright.ui.Answer;
import io.netwright.ui.AnswerTiles;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The samples behind a number: the worst errors, or those of a cell of the confusion matrix.
final class SamplesCard extends VBox {

    private static final int MOST = 120;
    private static final double HIGHEST = 360;

    private final Judged judged;
    private final Words words;
    private final Label title = Icons.label(Styles.TITLE);
    private final Label note = Icons.label(Styles.MUTED, Styles.SMALL);
    private final AnswerTiles tiles = new AnswerTiles();
    private final Button worst;

    SamplesCard(Judged judged, Words words) {
        super(8);
        this.judged = judged;
        this.words = words;
        setId("evaluate-samples");
        getStyleClass().add(Styles.CARD);
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        title.setId("samples-title");
        note.setId("samples-note");
        worst = words.bind(new Button(), "panels.evaluate.toWorst");
        worst.setId("samples-worst");
        worst.getStyleClass().addAll(Styles.CHIP, "nw-toggle-chip");
        worst.setMinWidth(Region.USE_PREF_SIZE);
        worst.managedProperty().bind(worst.visibleProperty());
        worst.setOnAction(e -> showWorst());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, title, gap, worst);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(tiles, Priority.ALWAYS);
        getChildren().addAll(head, note, tiles);
        showWorst();
    }

    private void showWorst() {
        title.setText(words.now("panels.evaluate.worst"));
        worst.setVisible(false);
        show(judged.worst(), "panels.evaluate.worst.note");
    }

    /// Shows the samples of one class that were taken for another.
    void showCell(int actual, int predicted) {
        List<String> classes = judged.classes();
        title.setText(words.now("panels.evaluate.taken", classes.get(actual), classes.get(predicted)));
        worst.setVisible(true);
        show(judged.taken(actual, predicted), "panels.evaluate.taken.note");
    }

    /// As high as its samples need at that width, up to where it is better to scroll.
    @Override
    protected double computePrefHeight(double width) {
        double inner =
                width < 0 ? width : width - getInsets().getLeft() - getInsets().getRight();
        double heads = getInsets().getTop() + getInsets().getBottom() + 2 * getSpacing();
        for (Node head : getChildren()) {
            heads += head == tiles ? 0 : head.prefHeight(inner);
        }
        return Math.ceil(heads + Math.min(HIGHEST, tiles.prefHeight(inner)));
    }

    private void show(List<Answer> answers, String key) {
        note.setText(words.now(key, answers.size()));
        tiles.show(judged.data(), judged.classes(), answers.subList(0, Math.min(MOST, answers.size())));
    }
}
