package io.netwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.data.DataSet;
import io.netwright.data.DataSpec;
import io.netwright.data.load.DataLoader;
import io.netwright.edit.Design;
import io.netwright.exchange.certificate.OnnxSession;
import io.netwright.exchange.certificate.OnnxSession.Numbers;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Layout;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Position;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.project.Project;
import io.netwright.project.ProjectFile;
import io.netwright.tensor.Precision;
import io.netwright.train.LossHistory;
import io.netwright.train.Nets;
import io.netwright.train.TrainingSpec;
import io.netwright.ui.chart.CurveChart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What the program is for, from an input and a loss to a file that another runtime agrees with, by mouse and keyboard
/// alone.
class WholePathTest extends DiskDeskTest {

    private static final DataSpec IRIS = Nets.builtin("iris");
    private static final int EPOCHS = 30;

    @Start
    void start(Stage window) {
        Network network = new Network(List.of(Node.of("input1", "Input"), Node.of("loss", "CrossEntropy")), Set.of());
        Layout layout = Layout.EMPTY.with(Map.of("input1", new Position(0, 0), "loss", new Position(560, 0)));
        open(
                window,
                Project.empty("walk")
                        .withDesign(new Design(network, layout))
                        .withData(IRIS)
                        .withTraining(TrainingSpec.DEFAULT
                                .withEpochs(EPOCHS)
                                .withBatchSize(16)
                                .withOptimizer(Nets.adam(0.05))));
    }

    @Test
    void drawTrainWatchStepExport(FxRobot robot) throws Exception {
        untilOpen();
        draw(robot);
        train(robot);
        step(robot);
        export(robot);
        save(robot);
    }

    private void draw(FxRobot robot) {
        drag(robot, paletteRow(robot, "Dense"), between("input1", "loss"));
        assertEquals("Dense", network().node("dense1").orElseThrow().type());
        assertTrue(hasCard("dense1"));

        robot.push(KeyCode.CONTROL, KeyCode.Z);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of("input1", "loss"), List.copyOf(network().nodes().keySet()));
        assertFalse(hasCard("dense1"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(network().node("dense1").isPresent());
        assertTrue(hasCard("dense1"));

        drag(robot, port("input1.out"), port("dense1.in"));
        drag(robot, port("dense1.out"), port("loss.in"));
        assertEquals(
                Set.of(Wire.of("input1.out", "dense1.in"), Wire.of("dense1.out", "loss.in")),
                Set.copyOf(network().wires()));
        until("the shapes are known", () -> desk.isSettled());
        assertEquals(Set.of("4", "32"), chips(), "4 features go in, 32 units are the default");
        assertEquals("160 parameters", text(robot, "status-parameters"));

        robot.clickOn(card("dense1"));
        enter(robot, "property-units", "3");
        assertEquals(
                PropValue.of(3L), network().node("dense1").orElseThrow().props().get("units"));
        until("the network is compiled", () -> desk.isSettled());
        assertEquals("No problems", text(robot, "status-problems"));
        assertEquals(Set.of("4", "3"), chips());
        assertTrue(texts(cardOf("dense1")).contains("3 · Z = XW + b"), () -> texts(cardOf("dense1")) + "");
        assertEquals("15 parameters", text(robot, "status-parameters"));
    }

    private void train(FxRobot robot) {
        press(robot, "design-action-train");
        untilFinished();
        LossHistory history = Objects.requireNonNull(desk.training().history());
        assertEquals(EPOCHS, history.epochs(0).size());
        double first = history.epochs(0).getFirst().loss();
        double last = history.epochs(0).getLast().loss();
        assertTrue(last < first / 3, () -> "the loss went from " + first + " to " + last);
        double accuracy = Objects.requireNonNull(history.epochs(0).getLast().validation())
                .metrics()
                .get("accuracy");
        assertTrue(accuracy > 0.85, () -> "of the validation samples right: " + accuracy);

        assertEquals(EPOCHS + " / " + EPOCHS, text(robot, "figure-epoch"));
        CurveChart chart =
                fx(() -> robot.lookup("#curves").lookup(".nw-curve-chart").queryAs(CurveChart.class));
        for (String quantity : List.of("train-metric-accuracy", "panels-train-loss")) {
            press(robot, quantity);
            assertTrue(chart.points() >= 2 * EPOCHS, () -> quantity + " has " + chart.points() + " points");
            assertTrue(fx(chart::isVisible));
        }
        assertTrue(isShown(robot, "#layer-dense1"));
    }

    private void step(FxRobot robot) {
        press(robot, "rail-step");
        until("a step is recorded", () -> desk.isSettled());
        assertTrue(text(robot, "step-place").startsWith("frame 1 of "), () -> text(robot, "step-place"));
        assertEquals("weights of the training so far", text(robot, "step-weights"));
        assertEquals(
                weight(), number(robot, "step-parameter-before"), 1e-5, "it is the trained network that is stepped");
        assertEquals("not computed", text(robot, "step-parameter-gradient"));
        press(robot, "step-action-next");
        robot.push(KeyCode.RIGHT);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(text(robot, "step-place").startsWith("frame 3 of "), () -> text(robot, "step-place"));
        robot.push(KeyCode.END);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("Update", text(robot, "step-stage"));
        assertNotEquals(0, number(robot, "step-parameter-gradient"));
        assertNotEquals(number(robot, "step-parameter-before"), number(robot, "step-parameter-after"));
    }

    private double number(FxRobot robot, String id) {
        return Double.parseDouble(text(robot, id).replace('\u2212', '-'));
    }

    private void export(FxRobot robot) throws Exception {
        press(robot, "rail-export");
        Path file = folder.resolve("iris.onnx");
        enter(robot, "export-file", file.toString());
        press(robot, "export-button");
        until("the certificate is shown", () -> isShown(robot, "#certificate"));
        assertEquals("Exported", text(robot, "verdict"));
        assertTrue(isShown(robot, "#certificate .nw-certificate-table"));
        assertTrue(rightByRuntime(file) > 0.9, "the file, run by itself, knows the flowers");
    }

    /// @return the share of all flowers that the file names rightly when ONNX Runtime is given their lengths as
    ///   measured
    private static double rightByRuntime(Path file) throws Exception {
        DataSet flowers = DataLoader.load(IRIS, Path.of(".")).raw();
        double[] features = new double[flowers.size() * flowers.width()];
        double[] species = new double[flowers.size()];
        flowers.features(flowers.indices(), 0, flowers.size(), features, 0);
        flowers.targets(flowers.indices(), 0, flowers.size(), species, 0);
        try (OnnxSession runtime = OnnxSession.open(Files.readAllBytes(file))) {
            double[] logits = runtime.run(
                            Precision.FLOAT32, Map.of("input1", new Numbers(features, flowers.size(), flowers.width())))
                    .values()
                    .iterator()
                    .next()
                    .values();
            int right = 0;
            for (int i = 0; i < species.length; i++) {
                int best = 0;
                for (int c = 1; c < 3; c++) {
                    best = logits[3 * i + c] > logits[3 * i + best] ? c : best;
                }
                right += best == species[i] ? 1 : 0;
            }
            return (double) right / species.length;
        }
    }

    private void save(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until("everything is saved", () -> !desk.session().dirtyProperty().get());
        assertEquals("Saved", text(robot, "status-saved"));
        assertEquals(
                network(),
                new ProjectFile(LayerRegistry.STANDARD).load(home()).network(),
                "what lies on disk is what is on the screen");
        assertTrue(Files.exists(home().resolve(ProjectFile.WEIGHTS)));
    }

    // where things are on the screen

    private Point2D paletteRow(FxRobot robot, String type) {
        robot.clickOn("#palette-search").write(type);
        WaitForAsyncUtils.waitForFxEvents();
        fx(() -> {
            desk.scene().getRoot().layout();
            return true;
        });
        return middle(
                robot.lookup("#palette-list .list-cell").queryAll().iterator().next());
    }

    private Point2D between(String left, String right) {
        return card(left).midpoint(card(right));
    }

    private Point2D card(String node) {
        return middle(cardOf(node));
    }

    private Point2D port(String port) {
        javafx.scene.Node dot = fx(() -> desk.scene().getRoot().lookupAll(".nw-port").stream()
                .filter(n -> port.equals(n.getAccessibleText()))
                .findFirst()
                .orElseThrow());
        return middle(dot);
    }

    private static Point2D middle(javafx.scene.Node node) {
        Bounds b = fx(() -> node.localToScreen(node.getLayoutBounds()));
        return new Point2D(b.getCenterX(), b.getCenterY());
    }

    private boolean hasCard(String node) {
        return cards().stream().anyMatch(c -> texts(c).contains(node));
    }

    private javafx.scene.Node cardOf(String node) {
        return cards().stream().filter(c -> texts(c).contains(node)).findFirst().orElseThrow();
    }

    private Set<javafx.scene.Node> cards() {
        return fx(() -> desk.scene().getRoot().lookupAll(".nw-node"));
    }

    private static Set<String> texts(javafx.scene.Node card) {
        return fx(() -> card.lookupAll(".label").stream()
                .map(n -> ((Label) n).getText())
                .collect(Collectors.toSet()));
    }

    private Set<String> chips() {
        return fx(() -> desk.scene().getRoot().lookupAll(".nw-wire-chip").stream()
                .filter(javafx.scene.Node::isVisible)
                .map(n -> ((Label) n).getText())
                .collect(Collectors.toSet()));
    }

    private static void drag(FxRobot robot, Point2D from, Point2D to) {
        robot.moveTo(from);
        robot.press(MouseButton.PRIMARY);
        robot.moveTo(from.midpoint(to));
        robot.moveTo(to);
        robot.moveBy(1, 1);
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
