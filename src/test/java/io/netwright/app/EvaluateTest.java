package io.netwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.data.DataSource;
import io.netwright.data.DataSpec;
import io.netwright.data.Part;
import io.netwright.edit.Design;
import io.netwright.network.Layout;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.project.Project;
import io.netwright.train.ConfusionMatrix;
import io.netwright.train.Evaluator;
import io.netwright.train.Snapshot.State;
import io.netwright.train.TrainingPlan;
import io.netwright.train.TrainingSpec;
import io.netwright.train.optimizer.Adam;
import io.netwright.train.optimizer.OptimizerSpec;
import io.netwright.ui.ViewId;
import io.netwright.ui.chart.CurveChart;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A network that reads digits is judged in the real window.
class EvaluateTest extends DiskDeskTest {

    @Start
    void start(Stage window) {
        Network network = new Network(
                List.of(
                        Node.of("input1", "Input"),
                        Node.of("flatten1", "Flatten"),
                        Node.of("dense1", "Dense").with("units", PropValue.of(10L)),
                        Node.of("loss", "CrossEntropy")),
                List.of(
                        Wire.of("input1.out", "flatten1.in"),
                        Wire.of("flatten1.out", "dense1.in"),
                        Wire.of("dense1.out", "loss.in")));
        open(
                window,
                Project.empty("judged")
                        .withDesign(new Design(network, Layout.EMPTY))
                        .withData(DataSpec.of(new DataSource.Builtin("digits")))
                        .withTraining(TrainingSpec.DEFAULT.withEpochs(3).withOptimizer(OptimizerSpec.of(Adam.TYPE))));
    }

    @Test
    void aCellOpensItsSamplesAndADrawnDigitIsAnswered(FxRobot robot) throws Exception {
        untilOpen();
        fx(() -> {
            desk.show(ViewId.TRAIN);
            return true;
        });
        press(robot, "panels-train-toggle");
        until(
                "the run is finished",
                () -> desk.training().snapshotProperty().get() != null
                        && snapshot().state() == State.FINISHED);
        press(robot, "rail-evaluate");
        until("it is judged", () -> robot.lookup("#confusion").tryQuery().isPresent() && desk.isSettled());

        // the same matrix, from the core
        TrainingPlan plan = Objects.requireNonNull(fx(() -> desk.training().plan()));
        var weights = fx(() -> desk.training().weights()).get();
        ConfusionMatrix matrix = Objects.requireNonNull(new Evaluator(plan, weights).evaluate(Part.TEST))
                .confusion();
        assertNotNull(matrix);
        assertEquals("Worst errors", text(robot, "samples-title"));
        long wrong = matrix.total();
        int actual = -1;
        int predicted = -1;
        for (int i = 0; i < 10; i++) {
            wrong -= matrix.count(i, i);
            for (int j = 0; j < 10; j++) {
                if (i != j && matrix.count(i, j) > 0) {
                    actual = i;
                    predicted = j;
                }
            }
        }
        assertTrue(text(robot, "samples-note").startsWith(wrong + " samples are answered wrongly"));
        press(robot, "cell-" + actual + "-" + predicted);
        assertEquals(actual + " taken for " + predicted, text(robot, "samples-title"));
        long there = fx(() ->
                (long) robot.lookup("#evaluate-samples .nw-answer").queryAll().size());
        assertEquals(matrix.count(actual, predicted), there);
        press(robot, "samples-worst");
        assertEquals("Worst errors", text(robot, "samples-title"));

        CurveChart roc = fx(() -> robot.lookup("#curve-roc .nw-curve-chart").queryAs(CurveChart.class));
        double area = Double.parseDouble(text(robot, "curve-roc-title").replace("ROC: area ", ""));
        assertTrue(area > 0.9 && area <= 1, () -> "the area is " + area);
        assertTrue(roc.points() > 4);
        assertTrue(text(robot, "curve-calibration-title").startsWith("Calibration: expected error 0."));

        // a 1: a straight stroke down the middle
        fx(() -> {
            javafx.scene.Node node = robot.lookup("#evaluate-try").query();
            while (!(node instanceof ScrollPane)) {
                node = node.getParent();
            }
            ((ScrollPane) node).setVvalue(1);
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
        Bounds pad = fx(() -> {
            var node = robot.lookup("#draw-pad").query();
            return node.localToScreen(node.getBoundsInLocal());
        });
        robot.moveTo(pad.getCenterX(), pad.getMinY() + 15);
        robot.press(MouseButton.PRIMARY);
        robot.moveTo(pad.getCenterX(), pad.getCenterY());
        robot.moveTo(pad.getCenterX(), pad.getMaxY() - 15);
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        until("it is answered", () -> !text(robot, "try-answer").isEmpty());
        assertEquals("1", text(robot, "try-answer"));
        assertTrue(isShown(robot, "#try-bars"));
    }
}
