package io.netwright.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.advice.Repairs;
import io.netwright.compile.Diagnostic;
import io.netwright.network.Port;
import io.netwright.network.Wire;
import io.netwright.ui.canvas.drawing.Point;
import java.util.List;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// What the canvas says to a wire before it is drawn, and what it offers where a wire ends.
class WiringHelpTest extends CanvasRobotTest {

    private boolean is(String node, String state) {
        return fx(() -> canvas.view
                .plane()
                .node(node)
                .orElseThrow()
                .getPseudoClassStates()
                .toString()
                .contains(state));
    }

    private boolean isDim(String port) {
        Port p = Port.parse(port);
        return fx(() -> canvas.view
                .plane()
                .node(p.node())
                .orElseThrow()
                .port(p, false)
                .orElseThrow()
                .getPseudoClassStates()
                .toString()
                .contains("dim"));
    }

    private void hold(Point2D from, Point2D to) {
        robot.moveTo(from);
        robot.press(MouseButton.PRIMARY);
        robot.moveTo(to);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String hint() {
        return fx(() -> canvas.view.hint().isVisible() ? canvas.view.hint().getText() : "");
    }

    @Test
    void portsThatCannotTakeTheWireDimAndSayWhyAndTheOthersSayWhatComesOfIt() {
        hold(port("image.out", true), port("dense2.in", false));
        assertTrue(isDim("dense2.in") && is("dense2", "dim"));
        assertFalse(isDim("add1.in") || isDim("relu1.in") || is("relu1", "dim"));
        assertTrue(hint().contains("1 × 28 × 28") && hint().contains("Flatten"), this::hint);
        robot.moveTo(port("relu1.in", false));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("Takes the place of the wire from dense1.", hint());
        robot.moveTo(port("add1.in", false));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("1×28×28 → 1×28×28", hint());
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(network().wires().contains(Wire.of("image.out", "add1.in")));
        assertFalse(isDim("dense2.in") || is("dense2", "dim"));
        assertEquals("", hint());
    }

    @Test
    void aWireThatDoesNotFitCanBeDrawnAndItsWayOutIsSeenBeforeItIsTaken() {
        drag(port("image.out", true), port("dense2.in", false));
        assertTrue(network().wires().contains(Wire.of("image.out", "dense2.in")));
        Diagnostic problem = fx(() -> canvas.session.compilation().at("dense2").getFirst());
        var offered = new java.util.ArrayList<Repairs.Tried>();
        fx(() -> {
            canvas.session.advice().repairs(problem, offered::addAll);
            return null;
        });
        assertEquals("design.fix.insert", offered.getFirst().repair().label().key());
        fx(() -> {
            canvas.session.advice().preview(offered.getFirst());
            return null;
        });
        assertTrue(is("flatten1", "proposed"), "the Flatten is on the canvas");
        assertFalse(network().nodes().containsKey("flatten1"), "but not in the document");
        fx(() -> {
            canvas.session.advice().preview(null);
            return null;
        });
        assertTrue(fx(() -> canvas.view.plane().node("flatten1").isEmpty()));
        fx(() -> {
            canvas.session.advice().take(offered.getFirst());
            return null;
        });
        assertEquals(List.of(), fx(() -> canvas.session.compilation().at("dense2")));
        assertFalse(is("flatten1", "proposed"));
    }

    @Test
    void overEmptyCanvasTheLayersThatFitAreOfferedTheUsualFirstAndTheRestByNameWithTheReason() {
        drag(port("image.out", true), screen(640, 480));
        List<String> offered = fx(() -> robot.lookup(".nw-quick-search-row").queryAll().stream()
                .map(Node::getId)
                .toList());
        assertEquals("search-Conv2d", offered.getFirst());
        assertFalse(offered.contains("search-Dense"), "no Dense takes an image");
        robot.write("dense");
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup("#search-Dense .nw-warning").tryQuery().isPresent(), "found by name, with the reason");
        robot.eraseText(5).write("conv");
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(network().wires().contains(Wire.of("image.out", "conv1.in")));
        assertTrue(shown("conv1").contains(screen(660, 490)), () -> "at " + shown("conv1"));
    }

    @Test
    void aNodeWithoutWiresThatIsDroppedOnAWireGoesIntoIt() {
        Point middle = fx(() -> canvas.model
                .drawing()
                .line(Wire.of("dense1.out", "relu1.in"))
                .orElseThrow()
                .route()
                .at(56));
        hold(card("dense2"), screen(middle.x(), middle.y()));
        assertTrue(fx(() ->
                canvas
                        .view
                        .plane()
                        .wire(Wire.of("dense1.out", "relu1.in"))
                        .orElseThrow()
                        .getChildrenUnmodifiable()
                        .stream()
                        .anyMatch(n -> n.getPseudoClassStates().toString().contains("target"))));
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(
                Set.of(
                        Wire.of("image.out", "dense1.in"),
                        Wire.of("dense1.out", "dense2.in"),
                        Wire.of("dense2.out", "relu1.in")),
                Set.copyOf(network().wires()));
        assertTrue(shown("dense1").getMaxX() < shown("dense2").getMinX());
        assertTrue(shown("dense2").getMaxX() < shown("relu1").getMinX());
        fx(() -> {
            editor().undo();
            return null;
        });
        assertEquals(design(), fx(() -> editor().design()));
    }

    @Test
    void withKeysAloneALayerFollowsANodeAndAWireIsDrawnAndDeleted() {
        fx(() -> {
            editor().select(List.of("relu1"));
            return null;
        });
        robot.type(KeyCode.N);
        WaitForAsyncUtils.waitForFxEvents();
        robot.write("drop");
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(network().wires().contains(Wire.of("relu1.out", "dropout1.in")));
        assertEquals(Set.of("dropout1"), fx(() -> editor().selection()));

        robot.type(KeyCode.W);
        WaitForAsyncUtils.waitForFxEvents();
        robot.write("dense2");
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(network().wires().contains(Wire.of("dropout1.out", "dense2.in")));

        robot.press(KeyCode.CONTROL, KeyCode.RIGHT).release(KeyCode.RIGHT, KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(
                Wire.of("dropout1.out", "dense2.in"),
                fx(() -> canvas.model.selectedWireProperty().get()));
        robot.type(KeyCode.DELETE);
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(network().wires().contains(Wire.of("dropout1.out", "dense2.in")));
    }

    @Test
    void goingToANodeLightsWhatAnswersAndBringsItIntoSight() {
        fx(() -> {
            canvas.view.viewport().pan(-4000, 0);
            return null;
        });
        robot.press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        robot.write("dense");
        WaitForAsyncUtils.waitForFxEvents();
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(Set.of("dense2"), fx(() -> editor().selection()));
        assertTrue(fx(() -> canvas.view.plane().node("dense2").orElseThrow().isFocused()));
        robot.press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        robot.write("dense2");
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(is("dense2", "found"));
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(is("dense2", "found") || is("dense2", "dim"));
    }
}
