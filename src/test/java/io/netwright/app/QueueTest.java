package io.netwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.edit.Edits;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.PropValue;
import io.netwright.train.LossHistory;
import io.netwright.train.Snapshot.State;
import io.netwright.train.TrainingPlan;
import io.netwright.train.TrainingRun;
import io.netwright.train.TrainingSpec;
import io.netwright.ui.LearningRates;
import io.netwright.ui.PastRuns.PastRun;
import io.netwright.ui.chart.Curve;
import io.netwright.ui.chart.CurveChart;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Runs wait in the real window for the one before them to end, and each is the run that its settings say.
class QueueTest extends DiskDeskTest {

    @Start
    void start(Stage window) {
        open(window, iris(3));
    }

    @BeforeEach
    void showTraining(FxRobot robot) {
        untilOpen();
        press(robot, "rail-train");
    }

    private ObjectProperty<TrainingSpec> settings() {
        return Objects.requireNonNull(desk.session().projectProperty().get()).trainingProperty();
    }

    private void set(UnaryOperator<TrainingSpec> change) {
        fx(() -> {
            settings().set(change.apply(settings().get()));
            return true;
        });
    }

    private static UnaryOperator<TrainingSpec> rate(double rate) {
        return s -> s.withOptimizer(s.optimizer().with("learningRate", PropValue.of(rate)));
    }

    private void add(FxRobot robot, UnaryOperator<TrainingSpec> change) {
        set(change);
        press(robot, "panels-train-queue-add");
    }

    private List<String> names(FxRobot robot) {
        List<String> names = new ArrayList<>();
        while (isShown(robot, "#queue-name-" + names.size())) {
            names.add(text(robot, "queue-name-" + names.size()));
        }
        return names;
    }

    private void untilAllAreDone() {
        until(
                "all runs are done",
                () -> desk.training().queue().waiting().isEmpty()
                        && !desk.training().isBusy()
                        && Objects.requireNonNull(desk.training()
                                                .snapshotProperty()
                                                .get())
                                        .state()
                                == State.FINISHED);
    }

    @Test
    void runsGoOneAfterTheOtherAndAreCompared(FxRobot robot) {
        assertFalse(isShown(robot, "#queue"), "nothing waits");
        add(robot, rate(0.01));
        add(robot, rate(0.2));
        assertEquals(List.of("Learning rate 0.01", "Learning rate 0.2"), names(robot));
        List<Double> order = new ArrayList<>();
        fx(() -> {
            desk.training().snapshotProperty().addListener((p, was, is) -> {
                TrainingPlan plan = desk.training().plan();
                double rate = plan == null ? Double.NaN : LearningRates.of(plan.spec());
                if (plan != null && (order.isEmpty() || order.getLast() != rate)) {
                    order.add(rate);
                }
            });
            return true;
        });

        press(robot, "queue-begin");
        untilAllAreDone();

        assertFalse(isShown(robot, "#queue"), "nothing waits any more");
        assertEquals(List.of(0.01, 0.2), fx(() -> List.copyOf(order)));
        List<PastRun> past = fx(() -> desk.training().pastRuns().all());
        assertEquals(1, past.size());
        isTheRunOf(0.01, past.getFirst().history());
        isTheRunOf(0.2, Objects.requireNonNull(fx(() -> desk.training().history())));
        CurveChart chart = fx(() -> robot.lookup("#curves .nw-curve-chart").queryAs(CurveChart.class));
        until("both are on the chart", () -> chart.curves().stream()
                .map(Curve::id)
                .toList()
                .equals(List.of("past0", "raw", "train", "validation")));
        assertEquals("Learning rate 0.01", text(robot, "curve-past0"));
    }

    /// The same settings, trained apart from the window.
    private void isTheRunOf(double rate, LossHistory history) {
        TrainingPlan plan = fx(() -> TrainingPlan.of(
                desk.session().network(),
                LayerRegistry.STANDARD,
                Objects.requireNonNull(desk.session().dataProperty().get()).data(),
                rate(rate).apply(settings().get())));
        List<Float> losses = new ArrayList<>();
        TrainingRun.run(plan, event -> {
            if (event instanceof TrainingRun.Event.Step step) {
                losses.add((float) step.loss());
            }
        });
        assertEquals(losses.size(), history.steps());
        for (int i = 0; i < losses.size(); i++) {
            assertEquals(losses.get(i), history.loss(i), "step " + (i + 1));
        }
    }

    @Test
    void theQueueBeginsWhenTheRunBeforeItHasEnded(FxRobot robot) {
        add(robot, rate(0.2));
        set(rate(0.05));
        press(robot, "panels-train-toggle");
        untilAllAreDone();
        assertEquals(1, fx(() -> desk.training().pastRuns().all()).size());
        isTheRunOf(0.05, fx(() -> desk.training().pastRuns().all()).getFirst().history());
        isTheRunOf(0.2, Objects.requireNonNull(fx(() -> desk.training().history())));
    }

    @Test
    void runsAreMovedAndTakenOut(FxRobot robot) {
        add(robot, rate(0.1));
        add(robot, rate(0.2));
        add(robot, s -> rate(0.3).apply(s).withBatchSize(8));
        assertEquals(
                List.of(
                        "Learning rate 0.1, Batch size 16",
                        "Learning rate 0.2, Batch size 16",
                        "Learning rate 0.3, Batch size 8"),
                names(robot));
        press(robot, "queue-up-2");
        press(robot, "queue-down-0");
        press(robot, "queue-remove-2");
        assertEquals(List.of("Learning rate 0.3, Batch size 8", "Learning rate 0.1, Batch size 16"), names(robot));
    }

    @Test
    void anotherNetworkIsNamedByItsLayers(FxRobot robot) {
        press(robot, "panels-train-queue-add");
        assertEquals(List.of("as set now"), names(robot));
        fx(() -> {
            desk.session().editor().apply(Edits.setProperty("dense1", "bias", PropValue.of(false)));
            return true;
        });
        assertEquals(List.of("other layers: dense1"), names(robot));
    }

    @Test
    void whatIsChangedMeanwhileDoesNotTouchARunOfTheQueue(FxRobot robot) {
        add(robot, s -> s.withEpochs(1_000_000));
        press(robot, "queue-begin");
        until("it runs", () -> desk.training().isRunning());
        set(s -> s.withBatchSize(8));
        until("it is outdated", () -> desk.training().outdatedProperty().get());
        long step = snapshot().step();
        until(
                "it goes on",
                () -> desk.training().isRunning()
                        && Objects.requireNonNull(desk.training()
                                                .snapshotProperty()
                                                .get())
                                        .step()
                                > step + 10);
        assertTrue(text(robot, "training-notice").startsWith("This run came out of the queue"));
        press(robot, "panels-train-toggle");
        until("it holds", () -> !desk.training().isRunning());
        long held = snapshot().step();
        press(robot, "panels-train-batch");
        until("it goes on from there", () -> snapshot().step() == held + 1);
        assertEquals(
                16,
                Objects.requireNonNull(fx(() -> desk.training().plan())).spec().batchSize());
        assertEquals(List.of(), fx(() -> desk.training().pastRuns().all()), "it is the same run");
    }

    @Test
    void aRunThatCannotBeginStaysInTheQueue(FxRobot robot) {
        fx(() -> {
            desk.session().editor().apply(Edits.setProperty("dense1", "units", PropValue.of(-1L)));
            return true;
        });
        press(robot, "panels-train-queue-add");
        press(robot, "queue-begin");
        until("it is refused", () -> desk.training().problemProperty().get() != null);
        assertTrue(isShown(robot, "#training-notice"));
        assertEquals(1, names(robot).size());
    }
}
