package io.netwright.ui.training;

import io.netwright.ui.AnswerTiles;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import io.netwright.ui.training.Insight.Answers;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the network answers for chosen samples, and how many of all it gets wrong.
final class AnswersView extends VBox {

    private final Words words;
    private final Label summary = Icons.label(Styles.MUTED, Styles.SMALL);
    private final AnswerTiles tiles = new AnswerTiles();

    AnswersView(Words words) {
        super(8);
        this.words = words;
        setId("answers");
        summary.setId("answers-summary");
        summary.setWrapText(true);
        summary.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(tiles, Priority.ALWAYS);
        getChildren().addAll(tiles, summary);
    }

    void show(Answers next) {
        summary.setText(words.now(
                next.wrong() == 0 ? "panels.train.noneWrong" : "panels.train.wrong", next.wrong(), next.asked()));
        tiles.show(next.data(), next.classes(), next.answers());
    }
}
