package io.netwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import io.netwright.train.Snapshot;
import io.netwright.train.TrainingSpec;
import io.netwright.train.optimizer.OptimizerSpec;
import io.netwright.train.optimizer.Sgd;
import io.netwright.ui.ViewId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The layers of a network watched in the real window while it while it is trained: its units are dead, and it is said.
class LayersTest extends DiskDeskTest {

    private static final PropValue FAR_DOWN = PropValue.fields(
            new LinkedHashMap<>(Map.of("type", PropValue.of("constant"), "value", PropValue.of(-50.0))));

    @Start
    void start(Stage window) {
        Network network = new Network(
                List.of(
                        Node.of("input1", "Input"),
                        Node.of("dense1", "Dense")
                                .with("units", PropValue.of(8L))
                                .with("biasInit", FAR_DOWN),
                        Node.of("relu1", "ReLU"),
                        Node.of("dense2", "Dense").with("units", PropValue.of(2L)),
                        Node.of("loss", "CrossEntropy")),
                List.of(
                        Wire.of("input1.out", "dense1.in"),
                        Wire.of("dense1.out", "relu1.in"),
                        Wire.of("relu1.out", "dense2.in"),
                        Wire.of("dense2.out", "loss.in")));
        open(
                window,
                Project.empty("dying")
                        .withDesign(new Design(network, Layout.EMPTY))
                        .withData(DataSpec.of(new DataSource.Generated("spirals")))
                        .withTraining(TrainingSpec.DEFAULT.withEpochs(5).withOptimizer(OptimizerSpec.of(Sgd.TYPE))));
    }

    private void train(FxRobot robot) {
        untilOpen();
        fx(() -> {
            desk.show(ViewId.TRAIN);
            return true;
        });
        press(robot, "panels-train-toggle");
        until("the run has ended", () -> {
            Snapshot s = desk.training().snapshotProperty().get();
            return s != null && s.step() > 0 && !s.state().isRunning() && desk.isSettled();
        });
    }

    @Test
    void deadUnitsAreCountedAndSaidInWords(FxRobot robot) {
        train(robot);
        String words = text(robot, "layer-findings");
        assertTrue(words.startsWith("relu1: "), words);
        assertTrue(words.contains("give 0 for every sample"), words);
        assertTrue(words.contains("LeakyReLU"), "what helps: " + words);
        assertTrue(isShown(robot, "#layer-dense1"));
        assertFalse(isShown(robot, "#layer-relu1"), "it has no weights");
        press(robot, "show-activations");
        assertTrue(isShown(robot, "#layer-relu1"));

        // closely
        press(robot, "show-weights");
        press(robot, "layer-dense1");
        until("it is seen closely", () -> robot.lookup("#layer-weights").query().isVisible());
        assertEquals("dense1", text(robot, "layer-chosen"));
        ImageView picture = fx(() -> robot.lookup("#layer-weights .image-view").queryAs(ImageView.class));
        assertEquals(8, picture.getImage().getWidth(), "a column a unit");
        assertEquals(2, picture.getImage().getHeight(), "a row a feature");
        assertTrue(fx(() -> robot.lookup("#layer-history")
                        .queryAs(Region.class)
                        .getChildrenUnmodifiable()
                        .size())
                > 2);
        press(robot, "layers-back");
        assertTrue(isShown(robot, "#layer-dense1"));
    }

    @Test
    void theCanvasCarriesWhatIsChosen(FxRobot robot) {
        train(robot);
        press(robot, "rail-design");
        ComboBox<?> choice = fx(() -> robot.lookup("#figures-choice").queryComboBox());
        assertEquals("", text(robot, "figures-legend"), "nothing is the default");
        fx(() -> {
            choice.requestFocus();
            return true;
        });
        for (int i = 0; i < 4; i++) {
            robot.push(KeyCode.DOWN);
        }
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(NetworkFigures.Shown.DEAD, choice.getValue());
        until(
                "the figures are there",
                () -> robot.lookup("#figure-relu1").tryQuery().isPresent());
        String dead = text(robot, "figure-relu1");
        assertTrue(dead.matches("\\d+ % ⚠"), dead);
        assertTrue(text(robot, "figures-finding").startsWith("relu1: "));
        robot.push(KeyCode.UP);
        robot.push(KeyCode.UP);
        WaitForAsyncUtils.waitForFxEvents();
        until("wires carry the gradient", () -> text(robot, "figures-legend").startsWith("wires: thin"));
        assertTrue(isShown(robot, "#figure-dense2"));
    }
}
