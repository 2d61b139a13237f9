package io.netwright.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.edit.Design;
import io.netwright.network.Layout;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Position;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.ui.Session.Focus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// A click on a size of a shape says where it comes from; a mismatch has ways out beside it.
class ShapeCardTest extends CanvasRobotTest {

    private static final Wire CONV_TO_DENSE = Wire.of("conv1.out", "dense1.in");

    private final List<Focus> focused = new ArrayList<>();

    @BeforeEach
    void openConvolution() {
        Network network = new Network(
                List.of(
                        Node.of("image", "Input"),
                        Node.of("conv1", "Conv2d")
                                .with("filters", PropValue.of(6L))
                                .with("kernel", PropValue.ints(5, 5))
                                .with("stride", PropValue.ints(2, 2)),
                        Node.of("dense1", "Dense")),
                List.of(Wire.of("image.out", "conv1.in"), CONV_TO_DENSE));
        var at = new LinkedHashMap<String, Position>();
        at.put("image", new Position(32, 32));
        at.put("conv1", new Position(32 + COLUMN, 32));
        at.put("dense1", new Position(32 + 2 * COLUMN, 32));
        open(new Design(network, new Layout(at)), false);
        fx(() -> {
            canvas.session.onFocus(focused::add);
            return null;
        });
    }

    private Bounds chip(Wire wire) {
        return fx(() -> {
            ChipView chip = canvas.view.plane().wire(wire).orElseThrow().chip();
            return chip.localToScreen(chip.getLayoutBounds());
        });
    }

    private String text(String id) {
        return fx(() -> ((Labeled) canvas.view.lookup(id)).getText());
    }

    @Test
    void aClickOnASizeShowsItsFormulaWithNumbersAndWhereEachComesFrom() {
        Bounds chip = chip(CONV_TO_DENSE);
        // 6×12×12: the last size
        robot.clickOn(new Point2D(chip.getMaxX() - 14, chip.getCenterY()));
        assertEquals("⌊(28 − 5)/2⌋ + 1 = 12", text("#size-numbers"));
        assertTrue(robot.lookup("#source-kernel").tryQuery().isPresent());
        robot.clickOn("#source-axis-W");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("As the data has it.", text("#size-rule"));
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(fx(() -> canvas.view.lookup("#shape-card").isVisible()));

        robot.clickOn(new Point2D(chip.getMinX() + 9, chip.getCenterY()));
        robot.clickOn("#source-filters");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(new Focus("conv1", null, "filters"), focused.getLast());
        assertFalse(fx(() -> canvas.view.lookup("#shape-card").isVisible()));
    }

    @Test
    void atAMismatchAWayOutIsSeenUnderThePointerAndTakenByAClick() {
        Bounds chip = chip(CONV_TO_DENSE);
        robot.clickOn(new Point2D(chip.getCenterX(), chip.getCenterY()));
        robot.moveTo("#design-fix-insert");
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(fx(() -> canvas.view
                .plane()
                .node("flatten1")
                .orElseThrow()
                .getPseudoClassStates()
                .toString()
                .contains("proposed")));
        assertFalse(network().nodes().containsKey("flatten1"));
        robot.clickOn("#design-fix-insert");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("Flatten", network().nodes().get("flatten1").type());
        assertEquals(List.of(), fx(() -> canvas.session.compilation().at("dense1")));
        assertTrue(shown("flatten1").getMaxX() < shown("dense1").getMinX(), "the row has made room");
        fx(() -> {
            editor().undo();
            return null;
        });
        assertFalse(network().nodes().containsKey("flatten1"));
    }

    @Test
    void byKeyboardEnterOnAWireExplainsIt() {
        fx(() -> {
            canvas.model.selectWire(CONV_TO_DENSE);
            canvas.view.requestFocus();
            return null;
        });
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(fx(() -> canvas.view.lookup("#shape-card").isVisible()));
        assertEquals("Set by \"Filters\".", text("#size-rule"));
        robot.type(KeyCode.RIGHT).type(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("⌊(28 − 5)/2⌋ + 1 = 12", text("#size-numbers"));
    }
}
