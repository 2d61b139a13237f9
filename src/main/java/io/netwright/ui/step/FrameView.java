package io.netwright.ui.step;

import io.netwright.op.explain.Expr;
import io.netwright.program.Instruction;
import io.netwright.step.AttentionScores;
import io.netwright.step.Frame;
import io.netwright.step.OpFrame;
import io.netwright.step.Operand.Source;
import io.netwright.step.ParameterFrame;
import io.netwright.step.StepRecording;
import io.netwright.ui.Formula;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import io.netwright.ui.step.Equation.Matrix;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One frame: its formula and what it means, its matrices, how one element came about, and what stands beside it.
final class FrameView extends VBox {

    private static final int MOST_ROWS = 16;
    private static final int FEWEST_ROWS = 4;
    /// What a frame needs besides the rows of its matrices for its explanation to be in sight.
    private static final double BESIDES = 316;
    private static final int MOST_COLS = 12;
    private static final int FEWEST_COLS = 3;
    private static final int CARD_ROWS = 5;
    private static final double SIGN = 44;
    private static final double PADDING = 48;

    private final StepViewModel model;
    private final Words words;
    private final Cards cards;
    private final Formula formula = new Formula("", 24);
    private final Label meaning = Icons.label(Styles.MUTED);
    private final HBox layer = new HBox(8);
    private final FlowPane equation = new FlowPane(16, 16);
    private final ExplanationBox explanation;
    private final HBox beside = new HBox(16);
    private final BatchNormCard batchNorm;
    private final WhyView why;
    private final Exercises exercises;
    private final List<MatrixPane> panes = new ArrayList<>();
    private final List<MatrixPane> cardPanes = new ArrayList<>();
    private Position shown = Position.NOWHERE;
    private double visibleHeight = 480;

    FrameView(StepViewModel model, Exercises exercises, Words words) {
        super(16);
        this.exercises = exercises;
        this.model = model;
        this.words = words;
        this.cards = new Cards(model, words);
        this.explanation = new ExplanationBox(words, this::pointAt);
        this.batchNorm = new BatchNormCard(model, words);
        this.why = new WhyView(model, words);
        getStyleClass().add("nw-step-frame");
        // matrices follow the width that there is; they must not hold it where it was wider before
        setMinWidth(0);
        formula.setId("step-formula");
        meaning.setId("step-meaning");
        meaning.setWrapText(true);
        meaning.setMinHeight(Region.USE_PREF_SIZE);
        layer.setAlignment(Pos.BASELINE_RIGHT);
        layer.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(formula, Priority.ALWAYS);
        HBox head = new HBox(24, formula, layer);
        head.setAlignment(Pos.CENTER_LEFT);
        equation.setRowValignment(VPos.CENTER);
        equation.setId("step-equation");
        getChildren()
                .addAll(
                        new VBox(6, head, meaning),
                        equation,
                        new ExercisePane(model, exercises, words),
                        explanation,
                        beside,
                        batchNorm,
                        why);
        widthProperty().addListener((p, was, is) -> fit());
        model.positionProperty().addListener((p, was, is) -> show());
        exercises.concealedProperty().addListener((p, was, is) -> conceal());
    }

    /// Says how much of the frame can be seen at once: matrices have so many rows that the explanation still fits.
    void setVisibleHeight(double height) {
        visibleHeight = height;
        fit();
    }

    private void show() {
        StepRecording recording = model.recording();
        Frame frame = model.frame();
        Position now = model.position();
        if (recording == null || frame == null) {
            shown = now;
            return;
        }
        if (now.frame() != shown.frame()) {
            build(recording, frame);
        } else if (now.sample() != shown.sample()) {
            panes.forEach(p -> p.setSample(now.sample()));
            cardPanes.forEach(p -> p.setSample(now.sample()));
        }
        if (now.frame() == shown.frame() && frame instanceof ParameterFrame) {
            fillCards(recording, frame);
        }
        shown = now;
        explain(frame);
        if (frame instanceof ParameterFrame p) {
            why.show(recording, p, now.index());
        }
        conceal();
    }

    /// Hides what would give an exercise's answer away.
    private void conceal() {
        boolean hidden = exercises.concealedProperty().get();
        panes.stream().filter(p -> p.matrix().result()).forEach(p -> p.conceal(hidden));
        show(explanation, !hidden);
        show(beside, !hidden && !beside.getChildren().isEmpty());
        show(why, !hidden && model.frame() instanceof ParameterFrame);
    }

    private static void show(Region part, boolean visible) {
        part.setVisible(visible);
        part.setManaged(visible);
    }

    private void build(StepRecording recording, Frame frame) {
        formula.set(frame.formula());
        meaning.textProperty().bind(words.compute(() -> words.now(frame.meaning())));
        layer.getChildren().clear();
        recording.layerFormula(frame.node()).ifPresent(own -> {
            Label name = Icons.label(Styles.FAINT, Styles.SMALL);
            name.setText(frame.node());
            layer.getChildren().addAll(name, new Formula(own, 14));
        });
        panes.clear();
        equation.getChildren().clear();
        for (Equation.Piece piece : Equation.of(frame)) {
            switch (piece) {
                case Equation.Sign(String latex) -> {
                    HBox box = new HBox(new Formula(latex, 20));
                    box.setAlignment(Pos.CENTER);
                    box.getStyleClass().add("nw-step-sign-box");
                    equation.getChildren().add(box);
                }
                case Matrix m -> equation.getChildren().add(pane(m, scores(recording, frame, m)));
            }
        }
        fillCards(recording, frame);
        batchNorm.show(recording, frame);
        fit();
    }

    private static @Nullable AttentionScores scores(StepRecording recording, Frame frame, Matrix m) {
        if (!(frame instanceof OpFrame op) || m.operands().size() != 1) {
            return null;
        }
        int k = m.operands().iterator().next();
        Instruction made = op.instruction();
        return recording.scores(k < 0 ? made.output() : made.inputs().get(k)).orElse(null);
    }

    private MatrixPane pane(Matrix m, @Nullable AttentionScores scores) {
        MatrixPane pane = new MatrixPane(m, scores, words, model.position().sample(), model::goTo);
        panes.add(pane);
        pane.setId(m.result() ? "step-result" : "step-operand-" + (panes.size() - 1));
        if (m.result()) {
            pane.onPicked((at, twice) -> model.ask(at));
        } else if (m.source() instanceof Source.OfFrame(int index, String node)) {
            // twice leads to where the element was made
            pane.onPicked((at, twice) -> {
                if (twice) {
                    model.goTo(index, at);
                }
            });
        }
        return pane;
    }

    private void fillCards(StepRecording recording, Frame frame) {
        cardPanes.clear();
        List<VBox> all = cards.of(recording, frame, cardPanes);
        all.forEach(c -> HBox.setHgrow(c, Priority.ALWAYS));
        beside.getChildren().setAll(all);
        fitCards();
    }

    private void explain(Frame frame) {
        int[] at = model.position().index();
        StepRecording recording = model.recording();
        boolean scored = recording != null
                && frame instanceof OpFrame op
                && recording.scores(op.instruction().output()).isPresent();
        List<Expr.Ref> refs = explanation.show(frame, at, model.position().term());
        for (MatrixPane pane : panes) {
            pane.choose(pane.matrix().result() ? model.position().element() : null);
            pane.light(pane.matrix().result() ? List.of() : refs);
            pane.cross(scored ? model.position().element() : null);
        }
        cardPanes.forEach(p -> {
            p.light(refs);
            p.cross(scored ? model.position().element() : null);
        });
    }

    private void pointAt(Expr.@Nullable Ref ref) {
        panes.forEach(p -> p.pointAt(ref));
        cardPanes.forEach(p -> p.pointAt(ref));
    }

    /// Gives each matrix as many columns as the width allows, taking from the widest first.
    private void fit() {
        double room =
                getWidth() - PADDING - SIGN * Math.max(0, equation.getChildren().size() - panes.size());
        int rows = (int) ((visibleHeight - BESIDES) / (MatrixGrid.ROW_HEIGHT + 3));
        window(panes, room - 16.0 * equation.getChildren().size(), Math.clamp(rows, FEWEST_ROWS, MOST_ROWS));
        fitCards();
    }

    private void fitCards() {
        double room = getWidth() - PADDING - 80;
        window(cardPanes, room, CARD_ROWS);
    }

    private static void window(List<MatrixPane> panes, double room, int rows) {
        if (room <= 0 || panes.isEmpty()) {
            return;
        }
        int[] cols =
                panes.stream().mapToInt(p -> Math.min(p.columns(), MOST_COLS)).toArray();
        while (total(panes, cols) > room) {
            int widest = -1;
            for (int i = 0; i < cols.length; i++) {
                if (cols[i] > FEWEST_COLS
                        && (widest < 0
                                || cols[i] * panes.get(i).columnWidth()
                                        > cols[widest] * panes.get(widest).columnWidth())) {
                    widest = i;
                }
            }
            if (widest < 0) {
                break;
            }
            cols[widest]--;
        }
        for (int i = 0; i < cols.length; i++) {
            panes.get(i).window(rows, cols[i]);
        }
    }

    private static double total(List<MatrixPane> panes, int[] cols) {
        double total = 0;
        for (int i = 0; i < cols.length; i++) {
            total += panes.get(i).widthOf(cols[i]);
        }
        return total;
    }
}
