package io.netwright.ui.step;

import io.netwright.op.explain.Expr;
import io.netwright.program.Program;
import io.netwright.step.Frame;
import io.netwright.step.NumberText;
import io.netwright.step.Numbers;
import io.netwright.step.OpFrame;
import io.netwright.step.Operand;
import io.netwright.step.ParameterFrame;
import io.netwright.step.StepRecording;
import io.netwright.step.StepState;
import io.netwright.text.formula.Tex;
import io.netwright.ui.Icons;
import io.netwright.ui.Ids;
import io.netwright.ui.MarkdownView;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What becomes of the parameters: one element of the parameter that the frame is about, before, its gradient, after;
/// then where all parameters stand; then the project's lesson.
final class SidePanel extends VBox {

    /// A network of many parameters must not push the lesson out of sight.
    private static final double TALLEST_LIST = 250;

    private final StepViewModel model;
    private final Exercises exercises;
    private final Words words;
    private final VBox parameter = new VBox(10);
    private final VBox all = new VBox(2);
    private final VBox lesson = new VBox(8);
    private final MarkdownView text = new MarkdownView("");

    /// @param lessonText in Markdown; empty where there is none
    SidePanel(StepViewModel model, Exercises exercises, Words words, ObservableValue<String> lessonText) {
        super(20);
        this.model = model;
        this.exercises = exercises;
        this.words = words;
        getStyleClass().add("nw-step-side");
        parameter.setId("step-parameter");
        all.setId("step-parameters");
        lesson.setId("step-lesson");
        ScrollPane list = new ScrollPane(all);
        list.setFitToWidth(true);
        list.setMaxHeight(TALLEST_LIST);
        list.getStyleClass().add(Styles.BARE_SCROLL);
        list.setFocusTraversable(false);
        VBox allSection = new VBox(8, words.bind(Icons.label(Styles.HEADING), "step.side.parameters"), list);
        Region rule = new Region();
        rule.getStyleClass().add(Styles.RULE);
        lesson.getChildren().addAll(rule, words.bind(Icons.label(Styles.HEADING), "step.side.lesson"), text);
        getChildren().addAll(parameter, allSection, lesson);
        lessonText.subscribe(this::showLesson);
        model.positionProperty().addListener((p, was, is) -> show());
        exercises.concealedProperty().addListener((p, was, is) -> show());
    }

    private void showLesson(String markdown) {
        boolean any = !markdown.isBlank();
        lesson.setVisible(any);
        lesson.setManaged(any);
        text.set(markdown);
    }

    private void show() {
        StepRecording recording = model.recording();
        Frame frame = model.frame();
        if (recording == null || frame == null) {
            return;
        }
        // what an exercise asks for has not happened yet
        boolean hidden = exercises.concealedProperty().get();
        StepState state = recording.stateAt(hidden ? frame.index() - 1 : frame.index());
        parameter.getChildren().clear();
        parameterOf(recording, frame).ifPresentOrElse(p -> showParameter(recording, state, frame, p), this::showNone);
        all.getChildren().clear();
        recording.program().parameters().forEach(p -> all.getChildren().add(row(recording, state, p)));
    }

    private void showNone() {
        Label none = words.bind(Icons.label(Styles.MUTED), "step.side.none");
        none.setWrapText(true);
        parameter.getChildren().add(none);
    }

    /// @return the parameter that a frame is about: the one it changes, whose gradient it computes, or that it uses,
    ///   else
    ///     the first of its node
    private static Optional<Program.Parameter> parameterOf(StepRecording recording, Frame frame) {
        Program program = recording.program();
        return switch (frame) {
            case ParameterFrame p -> program.parameter(p.kept());
            case OpFrame op ->
                program.parameters().stream()
                        .filter(p -> program.gradient(p.value())
                                .filter(op.instruction().output()::equals)
                                .isPresent())
                        .findFirst()
                        .or(() -> used(program, op))
                        .or(() -> program.parameters().stream()
                                .filter(p -> p.node().equals(frame.node()))
                                .findFirst());
            default -> Optional.empty();
        };
    }

    private static Optional<Program.Parameter> used(Program program, OpFrame frame) {
        return frame.operands().stream()
                .map(Operand::source)
                .filter(Operand.Source.OfParameter.class::isInstance)
                .map(Operand.Source.OfParameter.class::cast)
                .findFirst()
                .flatMap(s -> program.parameter(s.name()));
    }

    /// @return the element of the parameter that the element asked about has to do with
    private int[] elementOf(Frame frame, Program.Parameter p, Numbers numbers) {
        int[] asked = model.position().index();
        if (Arrays.equals(frame.output().dims(), numbers.dims()) && !frame.isBatched()) {
            return asked;
        }
        for (int k = 0; k < frame.operands().size(); k++) {
            if (frame.operands().get(k).source() instanceof Operand.Source.OfParameter(String name, String node)
                    && name.equals(p.name())) {
                int operand = k;
                Optional<Expr.Ref> ref = frame.explain(asked)
                        .refs()
                        .filter(r -> r.input() == operand)
                        .findFirst();
                if (ref.isPresent()) {
                    return ref.get().index().stream()
                            .mapToInt(Integer::intValue)
                            .toArray();
                }
            }
        }
        return new int[numbers.dims().length];
    }

    private void showParameter(StepRecording recording, StepState state, Frame frame, Program.Parameter p) {
        Numbers before = state.before(p.name());
        int[] at = elementOf(frame, p, before);
        String index = Arrays.stream(at).mapToObj(Integer::toString).collect(Collectors.joining(", ", "[", "]"));
        Label title = Icons.label(Styles.TITLE);
        title.setId("step-parameter-title");
        title.setText(Tex.plain(recording.name(p.value())) + index);
        Label name = Icons.label(Styles.FAINT, Styles.SMALL, Styles.MONO);
        name.setText(p.name());
        HBox head = new HBox(8, title, name);
        head.setAlignment(Pos.BASELINE_LEFT);
        parameter.getChildren().add(head);
        parameter
                .getChildren()
                .addAll(
                        value("before", Optional.of(before.at(at))),
                        value("gradient", state.parameterGradient(p.name()).map(n -> n.at(at))),
                        value("after", state.after(p.name()).map(n -> n.at(at))));
        recording.update(p.name()).ifPresent(u -> {
            Hyperlink why = new Hyperlink();
            why.setId("step-parameter-why");
            why.getStyleClass().add("nw-step-origin");
            why.textProperty().bind(words.text("step.side.why"));
            List<Integer> element = Arrays.stream(at).boxed().toList();
            why.setOnAction(e -> model.goTo(u.index(), element));
            if (frame.index() != u.index()) {
                parameter.getChildren().add(why);
            }
        });
        state.after(p.name()).ifPresent(after -> {
            double change = after.at(at) - before.at(at);
            parameter.getChildren().add(value("change", Optional.of(change)));
        });
    }

    private HBox value(String what, Optional<Double> number) {
        Label label = words.bind(Icons.label(Styles.MUTED), "step.side." + what);
        Label value = new Label();
        value.setId("step-parameter-" + what);
        if (number.isPresent()) {
            value.getStyleClass().addAll(Styles.MONO, "nw-step-value");
            value.setText(NumberText.of(number.get()));
        } else {
            value.getStyleClass().addAll("nw-step-missing", Styles.SMALL);
            words.bind(value, "step.notComputed");
        }
        if (what.equals("gradient") && number.isPresent()) {
            value.getStyleClass().add(Styles.GRADIENT);
        }
        return line(label, value);
    }

    private static HBox line(Label left, Label right) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        right.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, left, gap, right);
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }

    private HBox row(StepRecording recording, StepState state, Program.Parameter p) {
        Label name = Icons.label(Styles.SMALL, Styles.MONO);
        name.setText(p.name());
        Label stands = Icons.label(Styles.SMALL);
        stands.setId(Ids.of("step-state-" + p.name()));
        Optional<Numbers> gradient = state.parameterGradient(p.name());
        if (state.after(p.name()).isPresent()) {
            words.bind(stands, "step.side.updated");
            stands.getStyleClass().add(Styles.GOOD);
        } else if (gradient.isPresent()) {
            words.bind(
                    stands, "step.side.gradientIs", NumberText.of(gradient.get().largest()));
            stands.getStyleClass().add(Styles.GRADIENT);
        } else {
            words.bind(stands, "step.notComputed");
            stands.getStyleClass().add(Styles.FAINT);
        }
        HBox row = line(name, stands);
        row.getStyleClass().add("nw-step-parameter-row");
        int target = target(recording, state, p);
        row.setOnMouseClicked(e -> model.goTo(target));
        return row;
    }

    /// @return the frame to go to for a parameter: its update once it has happened, else where its gradient is made
    private static int target(StepRecording recording, StepState state, Program.Parameter p) {
        Optional<Integer> update = recording.update(p.name()).map(Frame::index);
        Optional<Integer> gradient = recording
                .program()
                .gradient(p.value())
                .flatMap(recording::maker)
                .map(Frame::index);
        return (state.after(p.name()).isPresent() ? update.or(() -> gradient) : gradient.or(() -> update))
                .orElse(state.frame());
    }
}
