package io.netwright.ui;

import io.netwright.text.Message;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Questions that must be answered before anything else, asked inside the window.
public final class Questions {

    /// One way to answer.
    ///
    /// @param label   what the button says
    /// @param kind    how much it stands out
    /// @param then    what happens
    public record Answer(Message label, Kind kind, Runnable then) {
        /// How much an answer stands out.
        public enum Kind {
            /// The one that Enter gives.
            USUAL,
            OTHER,
            /// The one that loses something; it stands apart.
            LOSING
        }
    }

    private static final double WIDTH = 440;

    private final Overlay overlay;
    private final Words words;

    public Questions(Overlay overlay, Words words) {
        this.overlay = overlay;
        this.words = words;
    }

    /// Asks. Escape and a click beside it change nothing, as the answer that cancels does.
    ///
    /// @param answers from left to right; exactly one is usual
    public void ask(Message title, Message text, List<Answer> answers) {
        Label heading = Icons.label(Styles.TITLE);
        heading.setId("question-title");
        heading.setText(words.now(title));
        heading.setWrapText(true);
        Label body = Icons.label(Styles.MUTED);
        body.setText(words.now(text));
        body.setWrapText(true);

        HBox row = new HBox(8);
        row.setAlignment(Pos.CENTER_RIGHT);
        Button usual = null;
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        for (Answer answer : answers) {
            Button button = new Button(words.now(answer.label()));
            button.setId(Ids.of(answer.label().key()));
            button.setOnAction(e -> {
                overlay.hide();
                answer.then().run();
            });
            switch (answer.kind()) {
                case USUAL -> {
                    button.getStyleClass().add(Styles.PRIMARY);
                    button.setDefaultButton(true);
                    usual = button;
                }
                case LOSING -> button.getStyleClass().addAll(Styles.QUIET, Styles.BAD);
                case OTHER -> {}
            }
            row.getChildren().add(button);
            if (answer.kind() == Answer.Kind.LOSING) {
                row.getChildren().add(gap);
            }
        }
        if (usual == null) {
            throw new IllegalArgumentException("no usual answer to " + title.key());
        }

        VBox card = new VBox(8, heading, body, row);
        VBox.setMargin(row, new Insets(12, 0, 0, 0));
        card.getStyleClass().addAll(Styles.FLOATING, "nw-question");
        card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        card.setPrefWidth(WIDTH);
        overlay.show(card, Pos.CENTER, usual, () -> {});
    }
}
