package io.netwright.ui.step;

import io.netwright.step.NumberText;
import io.netwright.step.ParameterFrame;
import io.netwright.step.exercise.Diagnosis;
import io.netwright.step.exercise.Exercise;
import io.netwright.text.Message;
import io.netwright.ui.Formula;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Asks for a number of the shown frame, and says what became of the answer.
final class ExercisePane extends VBox {

    private final StepViewModel model;
    private final Exercises exercises;
    private final Words words;
    private final Label ask = Icons.label();
    private final Formula name = new Formula("", 17);
    private final TextField field = new TextField();
    private final Hyperlink reveal = new Hyperlink();
    private final Label verdict = Icons.label();
    private final HBox answering;
    private Position asked = Position.NOWHERE;

    ExercisePane(StepViewModel model, Exercises exercises, Words words) {
        super(8);
        this.model = model;
        this.exercises = exercises;
        this.words = words;
        setId("step-exercise");
        getStyleClass().addAll(Styles.CARD, "nw-step-exercise");
        field.setId("step-exercise-field");
        field.getStyleClass().add(Styles.MONO);
        field.setPrefColumnCount(10);
        field.accessibleTextProperty().bind(ask.textProperty());
        field.setOnAction(e -> check());
        Button check = words.bind(new Button(), "step.exercise.check");
        check.setId("step-exercise-check");
        check.getStyleClass().add(Styles.PRIMARY);
        check.setMinWidth(USE_PREF_SIZE);
        check.setOnAction(e -> check());
        words.bind(reveal, "step.exercise.reveal");
        reveal.setId("step-exercise-reveal");
        reveal.setMinWidth(USE_PREF_SIZE);
        reveal.setOnAction(e -> {
            reveal.setVisited(false);
            say(Message.of("step.exercise.revealed", given()), Styles.MUTED, null);
            exercises.reveal();
        });
        verdict.setId("step-exercise-verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(Region.USE_PREF_SIZE);
        FlowPane question = new FlowPane(8, 4, ask, name);
        question.setRowValignment(javafx.geometry.VPos.BASELINE);
        answering = new HBox(8, field, check, reveal);
        answering.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(words.bind(Icons.label(Styles.HEADING), "step.exercise"), question, answering, verdict);
        visibleProperty().bind(exercises.onProperty());
        managedProperty().bind(visibleProperty());
        exercises.concealedProperty().subscribe(c -> show());
        model.positionProperty().subscribe(p -> show());
    }

    private void show() {
        Position now = model.position();
        Optional<Exercise> exercise = exercises.current();
        if (exercise.isEmpty()) {
            return;
        }
        if (!now.equals(asked)) {
            asked = now;
            field.clear();
            verdict.setText("");
            verdict.setGraphic(null);
        }
        name.set(exercise.get().frame().name());
        boolean one = now.element().isEmpty();
        String when = exercise.get().frame() instanceof ParameterFrame ? "After" : "";
        if (one) {
            words.bind(ask, "step.exercise.askOnly" + when);
        } else {
            words.bind(ask, "step.exercise.ask" + when, now.element().toString());
        }
        boolean open = exercises.concealedProperty().get();
        answering.setDisable(!open);
    }

    private String given() {
        return exercises.current().map(e -> NumberText.of(e.answer())).orElse("");
    }

    private void check() {
        OptionalDouble typed = parse(field.getText());
        if (typed.isEmpty()) {
            say(Message.of("step.exercise.number"), Styles.WARNING, Feather.ALERT_TRIANGLE);
            return;
        }
        Optional<Diagnosis> wrong = exercises.answer(typed.getAsDouble());
        if (wrong.isPresent()) {
            say(wrong.get().message(), Styles.WARNING, Feather.ALERT_TRIANGLE);
            field.selectAll();
        } else {
            say(Message.of("step.exercise.right", given()), Styles.GOOD, Feather.CHECK);
        }
    }

    private void say(Message what, String style, org.kordamp.ikonli.@org.jspecify.annotations.Nullable Ikon icon) {
        verdict.getStyleClass().setAll("label", style);
        verdict.setGraphic(icon == null ? null : Icons.of(icon, style));
        verdict.setText(words.now(what));
    }

    /// @return the number, as people write it in either language: with a true minus, or a comma for the point
    private static OptionalDouble parse(String text) {
        try {
            double value = Double.parseDouble(text.strip().replace('−', '-').replace(',', '.'));
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
