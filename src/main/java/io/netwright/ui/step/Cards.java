package io.netwright.ui.step;

import io.netwright.op.Value;
import io.netwright.program.Program;
import io.netwright.step.AttentionScores;
import io.netwright.step.Frame;
import io.netwright.step.LocalDerivative;
import io.netwright.step.NumberText;
import io.netwright.step.Numbers;
import io.netwright.step.OpFrame;
import io.netwright.step.Operand;
import io.netwright.step.ParameterFrame;
import io.netwright.step.Stage;
import io.netwright.step.StepRecording;
import io.netwright.step.StepState;
import io.netwright.train.optimizer.Explanation;
import io.netwright.ui.Formula;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import io.netwright.ui.step.Equation.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What stands beside a frame's own numbers: its local derivative, the gradient of what it computed, or the way an
/// optimizer came to its step.
final class Cards {

    private final StepViewModel model;
    private final Words words;

    Cards(StepViewModel model, Words words) {
        this.model = model;
        this.words = words;
    }

    /// @return the cards for a frame, in order; panes in them are added to `panes`
    List<VBox> of(StepRecording recording, Frame frame, List<MatrixPane> panes) {
        List<VBox> cards = new ArrayList<>();
        switch (frame) {
            case OpFrame op -> {
                local(op, panes).ifPresent(cards::add);
                if (op.stage() == Stage.BACKWARD) {
                    owner(recording, op, panes).ifPresent(cards::add);
                } else {
                    cards.add(gradient(recording, op, panes));
                }
            }
            case ParameterFrame p -> {
                cards.add(rule(p));
                memory(p, panes).ifPresent(cards::add);
            }
            default -> {}
        }
        return cards;
    }

    private VBox card(String id, String key, Object... args) {
        VBox card = new VBox(10);
        card.setId(id);
        card.getStyleClass().addAll(Styles.CARD, "nw-step-card");
        card.getChildren().add(words.bind(Icons.label(Styles.HEADING), key, args));
        return card;
    }

    private Optional<VBox> local(OpFrame frame, List<MatrixPane> panes) {
        List<LocalDerivative> all = frame.localDerivatives();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        VBox card = card("step-local", "step.card.local");
        FlowPane row = new FlowPane(24, 12);
        row.setRowValignment(javafx.geometry.VPos.TOP);
        for (LocalDerivative d : all) {
            VBox one = new VBox(8, new Formula(d.name() + " = " + d.formula(), 15));
            // in a backward frame its numbers stand in the equation already
            if (d.numbers().isPresent() && frame.stage() != Stage.BACKWARD) {
                boolean samples = d.kind() != LocalDerivative.Kind.FACTOR && frame.isBatched();
                one.getChildren().add(pane(d.formula(), d.numbers().get(), null, samples, panes));
            }
            row.getChildren().add(one);
        }
        card.getChildren()
                .addAll(
                        row,
                        help("step.card.local." + all.getFirst().kind().name().toLowerCase(java.util.Locale.ROOT)));
        return Optional.of(card);
    }

    private Label help(String key) {
        Label label = words.bind(Icons.label(Styles.FAINT, Styles.SMALL), key);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    private MatrixPane pane(
            String name, Numbers numbers, @Nullable AttentionScores scores, boolean batched, List<MatrixPane> panes) {
        MatrixPane pane = new MatrixPane(
                new Matrix(name, numbers, batched, Set.of(), null, false),
                scores,
                words,
                model.position().sample(),
                model::goTo);
        panes.add(pane);
        return pane;
    }

    private VBox gradient(StepRecording recording, OpFrame frame, List<MatrixPane> panes) {
        Value value = frame.instruction().output();
        Optional<Value> gradient = recording.program().gradient(value);
        VBox card = card("step-gradient", "step.card.gradient");
        if (gradient.isEmpty()) {
            card.getChildren().add(help("step.card.gradient.none"));
            return card;
        }
        StepState state = recording.stateAt(frame.index());
        Optional<Numbers> numbers = state.value(gradient.get());
        if (numbers.isPresent()) {
            AttentionScores scores = recording.scores(gradient.get()).orElse(null);
            card.getChildren()
                    .add(pane(recording.name(gradient.get()), numbers.get(), scores, frame.isBatched(), panes));
            return card;
        }
        Label missing = words.bind(Icons.label("nw-step-missing"), "step.notComputed");
        Formula name = new Formula(recording.name(gradient.get()), 16);
        card.getChildren().addAll(name, missing);
        recording.maker(gradient.get()).ifPresent(maker -> card.getChildren().add(link(maker.index())));
        return card;
    }

    private Hyperlink link(int frame) {
        Hyperlink link = new Hyperlink();
        link.getStyleClass().add("nw-step-origin");
        link.textProperty().bind(words.text("step.card.gradient.later", frame + 1));
        link.setOnAction(e -> model.goTo(frame));
        return link;
    }

    /// What a gradient is the gradient of.
    private Optional<VBox> owner(StepRecording recording, OpFrame frame, List<MatrixPane> panes) {
        return recording.ownerOf(frame.instruction().output()).map(value -> {
            VBox card = card("step-owner", "step.card.owner");
            StepState state = recording.stateAt(frame.index());
            Numbers numbers = recording.program().parameters().stream()
                    .filter(p -> p.value().equals(value))
                    .map(Program.Parameter::name)
                    .findFirst()
                    .map(state::before)
                    .or(() -> state.value(value))
                    .orElseThrow();
            AttentionScores scores = recording.scores(value).orElse(null);
            card.getChildren().add(pane(recording.name(value), numbers, scores, frame.isBatched(), panes));
            return card;
        });
    }

    /// What the optimizer remembered of the parameter before the step.
    private Optional<VBox> memory(ParameterFrame frame, List<MatrixPane> panes) {
        if (frame.operands().size() == 2) {
            return Optional.empty();
        }
        VBox card = card("step-memory", "step.card.memory", frame.op());
        FlowPane row = new FlowPane(24, 12);
        for (int k = 2; k < frame.operands().size(); k++) {
            Operand o = frame.operands().get(k);
            MatrixPane pane = new MatrixPane(
                    new Matrix(o.name(), o.numbers(), false, Set.of(k), null, false),
                    null,
                    words,
                    model.position().sample(),
                    model::goTo);
            panes.add(pane);
            row.getChildren().add(pane);
        }
        card.getChildren().add(row);
        return Optional.of(card);
    }

    /// The terms of the optimizer on the way to one element's new value.
    private VBox rule(ParameterFrame frame) {
        VBox card = card("step-rule", "step.card.rule", frame.op());
        Explanation told = frame.explanation(model.position().index());
        List<String> rules = new ArrayList<>(frame.terms());
        rules.add(frame.formula());
        GridPane grid = new GridPane(24, 8);
        ColumnConstraints numbers = new ColumnConstraints();
        numbers.setHalignment(HPos.RIGHT);
        ColumnConstraints formulas = new ColumnConstraints();
        formulas.setHgrow(Priority.NEVER);
        grid.getColumnConstraints().addAll(formulas, numbers);
        for (int i = 0; i < rules.size(); i++) {
            Label value = Icons.label(Styles.MONO);
            value.setText(NumberText.of(told.terms().get(i).value()));
            grid.addRow(i, new Formula(rules.get(i), 16), value);
        }
        FlowPane settings = new FlowPane(16, 4);
        settings.setAlignment(Pos.CENTER_LEFT);
        List<String> tensors = List.of("θ", "g");
        for (Explanation.Operand o : told.operands()) {
            boolean slot = frame.optimizer().rule().slots().stream()
                    .anyMatch(s -> s.symbol().equals(o.symbol()));
            if (!tensors.contains(o.symbol()) && !slot) {
                Label label = Icons.label(Styles.MUTED, Styles.MONO, Styles.SMALL);
                label.setText(o.symbol() + " = " + NumberText.of(o.value()));
                settings.getChildren().add(label);
            }
        }
        card.getChildren().addAll(grid, settings);
        return card;
    }
}
