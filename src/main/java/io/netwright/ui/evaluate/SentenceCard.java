package io.netwright.ui.evaluate;

import io.netwright.text.UserException;
import io.netwright.train.TextWriter;
import io.netwright.ui.Answer;
import io.netwright.ui.AnswerBars;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// A sentence of one's own: what the network expects to come next, and how it would go on.
final class SentenceCard extends VBox {

    private static final int WRITTEN = 80;

    /// What is said of a sentence.
    ///
    /// @param next how probable each character is to come next
    /// @param goes how it goes on, taking the likeliest character each time
    private record Said(double[] next, String goes) {
        int best() {
            int best = 0;
            for (int k = 1; k < next.length; k++) {
                best = next[k] > next[best] ? k : best;
            }
            return best;
        }
    }

    private final Judged judged;
    private final Words words;
    private final Executor background;
    private final Executor ui;
    private final Consumer<Throwable> failures;
    private final TextField sentence = new TextField();
    private final Label goes = Icons.label(Styles.MONO);
    private final Label problem = Icons.label(Styles.WARNING);
    private final AnswerBars bars = new AnswerBars();
    private final List<String> characters;
    private final PauseTransition pause = new PauseTransition(Duration.millis(250));
    private long asked;

    /// @param judged of a network that writes
    SentenceCard(Judged judged, Words words, Executor background, Executor ui, Consumer<Throwable> failures) {
        super(10);
        this.judged = judged;
        this.words = words;
        this.background = background;
        this.ui = ui;
        this.failures = failures;
        this.characters =
                judged.data().vocabulary().stream().map(SentenceCard::visible).toList();
        setId("evaluate-try");
        getStyleClass().add(Styles.CARD);
        sentence.setId("try-sentence");
        words.bindPrompt(sentence, "panels.evaluate.try.sentence.prompt");
        // asked once the typing pauses: each answer takes a whole text to be written
        pause.setOnFinished(e -> ask(sentence.getText()));
        sentence.textProperty().addListener((p, was, is) -> pause.playFromStart());
        goes.setId("try-answer");
        goes.setWrapText(true);
        problem.setId("try-problem");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.visibleProperty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        bars.setId("try-bars");
        getChildren()
                .addAll(
                        words.bind(Icons.label(Styles.TITLE), "panels.evaluate.try"),
                        words.bind(Icons.label(Styles.MUTED, Styles.SMALL), "panels.evaluate.try.sentence"),
                        sentence,
                        problem,
                        goes,
                        bars);
    }

    /// White space is seen by a mark, as in an editor.
    private static String visible(String character) {
        return switch (character) {
            case " " -> "␣";
            case "\n" -> "⏎";
            case "\t" -> "⇥";
            default -> character;
        };
    }

    /// Asks the network, in the background; of several questions only the last one is answered.
    private void ask(String text) {
        long mine = ++asked;
        if (text.isEmpty()) {
            show(null, "");
            return;
        }
        var _ = CompletableFuture.supplyAsync(() -> said(text), background)
                .whenCompleteAsync(
                        (said, failure) -> {
                            Throwable cause =
                                    failure == null || failure.getCause() == null ? failure : failure.getCause();
                            if (mine == asked) {
                                show(said, cause instanceof UserException why ? words.now(why.what()) : "");
                            }
                            if (cause != null && !(cause instanceof UserException)) {
                                failures.accept(cause);
                            }
                        },
                        ui);
    }

    private Said said(String text) {
        TextWriter writer = new TextWriter(judged.plan());
        return new Said(writer.next(judged.weights(), text), writer.write(judged.weights(), text, WRITTEN, 0, 1));
    }

    private void show(@Nullable Said said, String refused) {
        problem.setText(refused);
        goes.setText(said == null ? "" : sentence.getText() + said.goes());
        bars.show(said == null ? null : new Answer(0, -1, said.best(), said.next()), characters);
    }
}
