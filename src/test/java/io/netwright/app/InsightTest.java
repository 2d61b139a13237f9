package io.netwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.data.DataSource;
import io.netwright.data.DataSpec;
import io.netwright.edit.Design;
import io.netwright.network.Layout;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.project.Project;
import io.netwright.train.Command;
import io.netwright.train.Snapshot;
import io.netwright.train.TrainingSpec;
import io.netwright.train.optimizer.Adam;
import io.netwright.train.optimizer.OptimizerSpec;
import io.netwright.ui.ViewId;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ComboBox;
import javafx.scene.image.PixelReader;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// What the network knows, watched in the real window while it learns two blobs of points.
class InsightTest extends DiskDeskTest {

    @Start
    void start(Stage window) {
        Network network = new Network(
                List.of(
                        Node.of("input1", "Input"),
                        Node.of("dense1", "Dense").with("units", PropValue.of(6L)),
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
                Project.empty("circles")
                        .withDesign(new Design(network, Layout.EMPTY))
                        .withData(DataSpec.of(new DataSource.Generated("circles")))
                        .withTraining(TrainingSpec.DEFAULT
                                .withEpochs(40)
                                .withOptimizer(OptimizerSpec.of(Adam.TYPE).with("learningRate", PropValue.of(0.02)))));
    }

    @Test
    void thePlaneFollowsTheTrainingAndAUnitIsShownWhenItIsClicked(FxRobot robot) {
        untilOpen();
        fx(() -> {
            desk.show(ViewId.TRAIN);
            return true;
        });
        press(robot, "panels-train-batch");
        until("the first batch is seen", () -> {
            Snapshot s = desk.training().snapshotProperty().get();
            return s != null && s.step() == 1 && desk.isSettled();
        });
        int[] untrained = picture(robot);

        press(robot, "panels-train-toggle");
        until("the run is finished", () -> snapshot().state() == Snapshot.State.FINISHED && desk.isSettled());
        int[] trained = picture(robot);
        assertTrue(differing(untrained, trained) > trained.length / 10, "the plane has changed with the weights");

        // the circles: the inner one's class in the middle, the outer one's all around it
        int side = (int) Math.sqrt(trained.length);
        int middle = trained[side / 2 * side + side / 2];
        int corner = trained[3 * side + 3];
        assertNotEquals(isBlue(middle), isBlue(corner), "inside and outside are told apart");

        ComboBox<?> layers = fx(() -> robot.lookup("#unit-layer").queryComboBox());
        assertEquals(List.of("dense1.out", "tanh1.out", "dense2.out"), layers.getItems());
        assertEquals("tanh1.out", layers.getValue());
        assertEquals("", text(robot, "insight-reading"));
        press(robot, "unit-3");
        until("the unit is shown", () -> text(robot, "insight-reading").startsWith("tanh1 [3]"));
        assertTrue(differing(trained, picture(robot)) > trained.length / 10, "another picture");
        press(robot, "unit-whole");
        until("the answer is shown again", () -> text(robot, "insight-reading").isEmpty());
        assertEquals(0, differing(trained, picture(robot)), "the same weights give the same picture");
    }

    @Test
    void nothingIsAskedOfTheNetworkWhileNobodyLooks(FxRobot robot) {
        untilOpen();
        fx(() -> {
            desk.training().send(new Command.StepEpoch());
            return true;
        });
        until("an epoch is done", () -> {
            Snapshot s = desk.training().snapshotProperty().get();
            return s != null && s.epoch() == 1 && !desk.training().isBusy();
        });
        fx(() -> {
            desk.show(ViewId.DATA);
            return true;
        });
        assertFalse(isShown(robot, "#surface"));
        fx(() -> {
            desk.show(ViewId.TRAIN);
            return true;
        });
        until("the plane is there", () -> robot.lookup("#surface").tryQuery().isPresent() && desk.isSettled());
        assertTrue(isShown(robot, "#surface"));
    }

    private int[] picture(FxRobot robot) {
        return fx(() -> {
            Canvas canvas = robot.lookup("#surface").queryAs(Region.class).getChildrenUnmodifiable().stream()
                    .filter(Canvas.class::isInstance)
                    .map(Canvas.class::cast)
                    .findFirst()
                    .orElseThrow();
            int side = (int) canvas.getWidth();
            PixelReader pixels = canvas.snapshot(null, null).getPixelReader();
            int[] argb = new int[side * side];
            for (int i = 0; i < argb.length; i++) {
                argb[i] = pixels.getArgb(i % side, i / side);
            }
            return argb;
        });
    }

    private static int differing(int[] a, int[] b) {
        int n = 0;
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            n += a[i] == b[i] ? 0 : 1;
        }
        return n;
    }

    private static boolean isBlue(int argb) {
        return (argb & 0xff) > (argb >> 16 & 0xff);
    }
}
