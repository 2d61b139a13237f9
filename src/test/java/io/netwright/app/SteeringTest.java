package io.netwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.data.DataSource;
import io.netwright.data.DataSpec;
import io.netwright.edit.Design;
import io.netwright.edit.Edits;
import io.netwright.network.Layout;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.project.Project;
import io.netwright.train.Snapshot.State;
import io.netwright.train.TrainingSpec;
import io.netwright.train.optimizer.Adam;
import io.netwright.train.optimizer.OptimizerSpec;
import io.netwright.ui.ViewId;
import io.netwright.ui.chart.Curve;
import io.netwright.ui.chart.CurveChart;
import java.util.List;
import java.util.Objects;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A run is steered in the real window: it holds where it is told to, goes back to its best epoch, and goes on with its
/// weights on a network that was changed meanwhile.
class SteeringTest extends DiskDeskTest {

    @Start
    void start(Stage window) {
        Network network = new Network(
                List.of(
                        Node.of("input1", "Input"),
                        Node.of("dense1", "Dense").with("units", PropValue.of(8L)),
                        Node.of("tanh1", "Tanh"),
                        Node.of("dense2", "Dense").with("units", PropValue.of(2L)),
                        Node.of("loss", "CrossEntropy")),
                List.of(
                        Wire.of("input1.out", "dense1.in"),
                        Wire.of("dense1.out", "tanh1.in"),
                        Wire.of("tanh1.out", "dense2.in"),
                        Wire.of("dense2.out", "loss.in")));
        open(
                window,
                Project.empty("steered")
                        .withDesign(new Design(network, Layout.EMPTY))
                        .withData(DataSpec.of(new DataSource.Generated("moons")))
                        .withTraining(TrainingSpec.DEFAULT.withEpochs(30).withOptimizer(OptimizerSpec.of(Adam.TYPE))));
    }

    private void show(ViewId view) {
        fx(() -> {
            desk.show(view);
            return true;
        });
    }

    @Test
    void itHoldsWhereItIsToldTo(FxRobot robot) {
        untilOpen();
        show(ViewId.TRAIN);
        assertFalse(isShown(robot, "#stops"));
        press(robot, "panels-train-stopsShown");
        assertTrue(isShown(robot, "#stops"));
        enter(robot, "stop-step", "soon");
        assertTrue(fx(() -> robot.lookup("#stop-step").query().getStyleClass().contains("nw-invalid")), "no number");
        enter(robot, "stop-step", "33");
        press(robot, "panels-train-toggle");
        until(
                "it holds",
                () -> desk.training().snapshotProperty().get() != null
                        && snapshot().state() == State.PAUSED);
        assertEquals(33, snapshot().step());
        assertEquals("Held at step 33, as asked for.", text(robot, "training-notice"));

        enter(robot, "stop-step", "");
        press(robot, "panels-train-toggle");
        until("it finishes", () -> snapshot().state() == State.FINISHED);
        press(robot, "panels-train-toBest");
        until("it is back", () -> snapshot().state() == State.PAUSED);
        assertTrue(snapshot().epoch() >= 1 && snapshot().epoch() <= 30);
    }

    @Test
    void theRunBeforeStaysOnTheChartAndIsNamedByItsSettings(FxRobot robot) {
        untilOpen();
        show(ViewId.TRAIN);
        press(robot, "panels-train-toggle");
        until(
                "it finishes",
                () -> desk.training().snapshotProperty().get() != null
                        && snapshot().state() == State.FINISHED);
        CurveChart chart = fx(() -> robot.lookup("#curves .nw-curve-chart").queryAs(CurveChart.class));
        assertEquals(List.of("raw", "train", "validation"), ids(chart));
        fx(() -> {
            var settings = Objects.requireNonNull(
                            desk.session().projectProperty().get())
                    .trainingProperty();
            settings.set(settings.get().withBatchSize(16));
            return true;
        });
        until("it is outdated", () -> desk.training().outdatedProperty().get());
        press(robot, "panels-train-oneEpoch");
        until("it has begun", () -> snapshot().epoch() == 1 && snapshot().state() == State.PAUSED);
        assertEquals(List.of("past0", "raw", "train", "validation"), ids(chart));
        assertEquals("Batch size 32", chart.curves().getFirst().label());
        assertEquals("Batch size 32", text(robot, "curve-past0"));
        press(robot, "curve-past0");
        assertEquals(List.of("raw", "train", "validation"), ids(chart), "switched off");
    }

    private static List<String> ids(CurveChart chart) {
        return fx(() -> chart.curves().stream().map(Curve::id).toList());
    }

    @Test
    void itGoesOnWithItsWeightsOnAChangedNetwork(FxRobot robot) throws Exception {
        untilOpen();
        show(ViewId.TRAIN);
        press(robot, "panels-train-oneEpoch");
        until(
                "an epoch is done",
                () -> desk.training().snapshotProperty().get() != null
                        && snapshot().epoch() == 1
                        && snapshot().state() == State.PAUSED);
        long step = snapshot().step();
        double[] was = fx(() -> desk.training().weights())
                .get()
                .find("dense2.weight")
                .orElseThrow()
                .toArray();

        fx(() -> {
            desk.session().editor().apply(Edits.setProperty("dense1", "units", PropValue.of(11L)));
            return true;
        });
        until("it is outdated", () -> desk.training().outdatedProperty().get());
        press(robot, "training-adopt");
        until(
                "it has gone on",
                () -> !desk.training().outdatedProperty().get()
                        && !desk.training().isBusy());
        String told = text(robot, "training-adopted");
        assertEquals(
                "1 tensor kept. Transformed: dense1.weight, dense1.bias, dense2.weight. "
                        + "The optimizer goes on with what it remembers.",
                told);
        assertEquals(step, snapshot().step());
        double[] is = fx(() -> desk.training().weights())
                .get()
                .find("dense2.weight")
                .orElseThrow()
                .toArray();
        assertEquals(22, is.length);
        for (int i = 0; i < was.length; i++) {
            assertEquals(was[i], is[i], "what was learnt is kept");
        }
        for (int i = was.length; i < is.length; i++) {
            assertEquals(0, is[i], "what is new is not listened to yet");
        }
        press(robot, "panels-train-oneEpoch");
        until("it trains on", () -> snapshot().epoch() == 2 && snapshot().state() == State.PAUSED);
        assertEquals(2, fx(() -> desk.training().history().epochs(0).size()), "one curve for both");
    }
}
