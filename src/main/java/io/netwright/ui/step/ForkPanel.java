package io.netwright.ui.step;

import io.netwright.program.Program;
import io.netwright.step.NumberText;
import io.netwright.step.PlannedSteps;
import io.netwright.step.StepRecording;
import io.netwright.step.timeline.Change;
import io.netwright.step.timeline.Fork;
import io.netwright.step.timeline.Timeline;
import io.netwright.text.Message;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import io.netwright.ui.chart.Curve;
import io.netwright.ui.chart.CurveChart;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// Asks what would become of the run if one thing were different from this step on: both losses in one chart, and how
/// far a weight drifts apart in another.
final class ForkPanel extends VBox {

    /// What can be changed.
    private enum What {
        RATE,
        LABEL,
        WEIGHT;

        String key() {
            return "step.fork." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final int STEPS = 50;

    private final StepViewModel model;
    private final ForkViewModel fork;
    private final Words words;
    private final ComboBox<What> what = new ComboBox<>();
    private final TextField value = new TextField();
    private final TextField steps = new TextField(Integer.toString(STEPS));
    private final ComboBox<String> parameter = new ComboBox<>();
    private final TextField element = new TextField("0, 0");
    private final Label says = Icons.label(Styles.SMALL);
    private final CurveChart losses = chart("step-fork-losses");
    private final CurveChart weights = chart("step-fork-weights");
    private final VBox result = new VBox(10);

    ForkPanel(StepViewModel model, Words words) {
        super(12);
        this.model = model;
        this.fork = model.fork();
        this.words = words;
        setId("step-fork");
        getStyleClass().add("nw-step-side");
        Label about = words.bind(Icons.label(Styles.MUTED, Styles.SMALL), "step.fork.what");
        what.setId("step-fork-kind");
        what.getItems().setAll(What.values());
        what.setConverter(new StringConverter<>() {
            @Override
            public String toString(What w) {
                return w == null ? "" : words.now(w.key());
            }

            @Override
            public What fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
        what.setValue(What.RATE);
        value.setId("step-fork-value");
        steps.setId("step-fork-steps");
        parameter.setId("step-fork-parameter");
        element.setId("step-fork-element");
        Button run = words.bind(new Button(), "step.fork.run");
        run.setId("step-fork-run");
        run.getStyleClass().add(Styles.PRIMARY);
        run.setOnAction(e -> run());
        run.disableProperty()
                .bind(fork.busyProperty().or(model.run().timelineProperty().isNull()));
        Button cancel = words.bind(new Button(), "step.run.cancel");
        cancel.setId("step-fork-cancel");
        cancel.setOnAction(e -> fork.clear());
        cancel.visibleProperty().bind(fork.busyProperty());
        Label problem = Icons.label(Styles.WARNING);
        problem.setId("step-fork-problem");
        problem.textProperty().bind(words.text(fork.problemProperty()));
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        says.setId("step-fork-says");
        for (Label l : List.of(about, problem, says)) {
            l.setWrapText(true);
            l.setMinHeight(USE_PREF_SIZE);
        }
        result.getChildren()
                .addAll(
                        says,
                        words.bind(Icons.label(Styles.HEADING), "step.fork.losses"),
                        losses,
                        words.bind(Icons.label(Styles.HEADING), "step.fork.weights"),
                        weights);
        getChildren()
                .addAll(
                        about,
                        row("step.fork.change", what),
                        row("step.fork.to", value),
                        row("step.fork.watched", parameter),
                        row("step.fork.element", element),
                        row("step.fork.steps", steps),
                        new HBox(8, run, cancel),
                        problem,
                        result);
        fork.forkProperty().addListener((p, was, is) -> show());
        model.recordingProperty().addListener((p, was, is) -> recorded());
        words.messagesProperty().addListener((p, was, is) -> {
            What chosen = what.getValue();
            what.setValue(null);
            what.setValue(chosen);
        });
        show();
        recorded();
    }

    private static CurveChart chart(String id) {
        CurveChart chart = new CurveChart();
        chart.setId(id);
        chart.setPrefHeight(170);
        chart.setMinHeight(170);
        return chart;
    }

    private HBox row(String key, Region field) {
        Label label = words.bind(Icons.label(Styles.MUTED, Styles.SMALL), key);
        label.setMinWidth(USE_PREF_SIZE);
        field.setPrefWidth(150);
        field.setMinWidth(150);
        field.accessibleTextProperty().bind(label.textProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(8, label, gap, field);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void recorded() {
        StepRecording recording = model.recording();
        if (recording == null) {
            return;
        }
        List<String> names = recording.program().trained().stream()
                .map(Program.Parameter::name)
                .toList();
        if (!names.equals(parameter.getItems())) {
            parameter.getItems().setAll(names);
            parameter.setValue(names.getFirst());
        }
    }

    private void run() {
        Timeline run = model.run().timeline();
        StepRecording recording = model.recording();
        Optional<PlannedSteps> planned = model.planned();
        if (run == null || recording == null || planned.isEmpty()) {
            return;
        }
        String watched = parameter.getValue();
        Optional<Integer> at = place(recording, watched);
        if (at.isEmpty()) {
            fork.refuse(Message.of("step.fork.problem.element", watched));
            return;
        }
        try {
            int many = Integer.parseInt(steps.getText().strip());
            double number = Double.parseDouble(value.getText().strip());
            Optional<Change> change = change(planned.get(), run, number, watched, at.get());
            if (many < 1 || change.isEmpty()) {
                fork.refuse(Message.of("step.fork.problem.value"));
            } else {
                fork.run(run, model.step(), many, change.get(), watched, at.get());
            }
        } catch (NumberFormatException e) {
            fork.refuse(Message.of("step.fork.problem.value"));
        }
    }

    /// @return empty where that number makes no sense
    private Optional<Change> change(PlannedSteps planned, Timeline run, double number, String watched, int at) {
        return switch (what.getValue()) {
            case RATE -> number > 0 ? Optional.of(new Change.LearningRate(number)) : Optional.empty();
            case WEIGHT -> Optional.of(new Change.Weight(watched, at, number));
            case LABEL -> {
                var label = new Change.Label(
                        planned.sample(model.batch(), model.position().sample()), number);
                yield label.fits(run.plan()) ? Optional.of(label) : Optional.empty();
            }
        };
    }

    /// @return the place of the watched element in row-major order; empty where there is none of that index
    private Optional<Integer> place(StepRecording recording, String watched) {
        int[] dims = recording.stateAt(-1).before(watched).dims();
        try {
            int[] index = Arrays.stream(element.getText().split("[,，\\s]+"))
                    .filter(s -> !s.isBlank())
                    .mapToInt(Integer::parseInt)
                    .toArray();
            int flat = 0;
            for (int axis = 0; axis < dims.length; axis++) {
                // fewer numbers than axes are meant to be of the last ones
                int k = axis - dims.length + index.length;
                int i = k < 0 ? 0 : index[k];
                if (i < 0 || i >= dims[axis]) {
                    return Optional.empty();
                }
                flat = flat * dims[axis] + i;
            }
            return Optional.of(flat);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private void show() {
        Fork f = fork.forkProperty().get();
        result.setVisible(f != null);
        result.setManaged(f != null);
        if (f == null) {
            return;
        }
        int from = Math.max(0, f.step() - STEPS / 2);
        losses.show(List.of(
                curve("as", Curve.Tone.TRAIN, f.loss(), from, 0),
                curve("if", Curve.Tone.FOURTH, f.otherLoss(), from, 0)));
        weights.show(List.of(curve("difference", Curve.Tone.FOURTH, f.difference(), 0, f.step())));
        double[] difference = f.difference();
        words.bind(
                says,
                "step.fork.says",
                f.step() + 1,
                NumberText.of(f.loss()[f.loss().length - 1]),
                NumberText.of(f.otherLoss()[f.otherLoss().length - 1]),
                NumberText.of(difference[difference.length - 1]));
    }

    /// @param from   the first number that is shown
    /// @param offset what the first number's place is called
    private static Curve curve(String id, Curve.Tone tone, double[] y, int from, int offset) {
        double[] x = IntStream.range(from, y.length)
                .mapToDouble(i -> i + offset + 1.0)
                .toArray();
        return new Curve(id, id, tone, Curve.Style.LINE, x, Arrays.copyOfRange(y, Math.min(from, y.length), y.length));
    }
}
