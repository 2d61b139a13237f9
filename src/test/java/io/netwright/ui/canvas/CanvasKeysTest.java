package io.netwright.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.edit.Edits;
import io.netwright.network.Position;
import io.netwright.network.Wire;
import io.netwright.ui.Styles;
import io.netwright.ui.canvas.drawing.Rect;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class CanvasKeysTest extends CanvasRobotTest {

    private void type(KeyCode... keys) {
        robot.press(keys).release(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void select(String... nodes) {
        fx(() -> {
            editor().select(List.of(nodes));
            return null;
        });
    }

    private Set<String> selection() {
        return fx(() -> editor().selection());
    }

    @Test
    void deleteTakesTheSelectedNodesAwayAndUndoBringsThemBackSelected() {
        select("dense1", "add1");
        type(KeyCode.DELETE);
        assertEquals(Set.of("image", "relu1", "dense2"), network().nodes().keySet());
        assertEquals(List.of(), network().wires());
        assertTrue(fx(() -> canvas.view.plane().node("dense1")).isEmpty());
        type(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(design(), fx(() -> editor().design()));
        assertEquals(Set.of("dense1", "add1"), selection());
        assertTrue(fx(() -> canvas.view.plane().node("dense1")).isPresent());
        type(KeyCode.CONTROL, KeyCode.Y);
        assertEquals(3, network().nodes().size());
        type(KeyCode.CONTROL, KeyCode.Z);
        type(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertEquals(3, network().nodes().size());
    }

    @Test
    void shiftDeleteReconnects() {
        select("dense1");
        type(KeyCode.SHIFT, KeyCode.DELETE);
        assertEquals(List.of(Wire.of("image.out", "relu1.in")), network().wires());
    }

    @Test
    void copyPasteAndDuplicateKeepTheWiresAmongTheCopies() {
        type(KeyCode.CONTROL, KeyCode.A);
        assertEquals(5, selection().size());
        select("dense1", "relu1");
        type(KeyCode.CONTROL, KeyCode.C);
        robot.moveTo(screen(500, 480));
        type(KeyCode.CONTROL, KeyCode.V);
        assertEquals(7, network().nodes().size());
        assertTrue(network().wires().contains(Wire.of("dense3.out", "relu2.in")));
        assertEquals(Set.of("dense3", "relu2"), selection());
        Rect pasted = fx(
                () -> canvas.model.drawing().bounds(Set.of("dense3", "relu2")).orElseThrow());
        assertEquals(500, pasted.centerX(), 8);
        // the copies have problems to tell and are taller for it
        assertEquals(480, pasted.centerY(), 40);
        type(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(design(), fx(() -> editor().design()));

        type(KeyCode.CONTROL, KeyCode.D);
        assertEquals(position("relu1").plus(32, 32), position("relu2"));
        type(KeyCode.CONTROL, KeyCode.X);
        assertEquals(design(), fx(() -> editor().design()));
    }

    @Test
    void arrowsNudgeByTheGridAndQuickOnesAreOneEntry() {
        select("add1");
        type(KeyCode.RIGHT);
        type(KeyCode.RIGHT);
        type(KeyCode.UP);
        assertEquals(new Position(32 + COLUMN + 32, 32 + ROW - 16), position("add1"));
        fx(() -> {
            editor().seal();
            return null;
        });
        type(KeyCode.SHIFT, KeyCode.DOWN);
        assertEquals(new Position(32 + COLUMN + 32, 32 + ROW + 144), position("add1"));
        type(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(new Position(32 + COLUMN + 32, 32 + ROW - 16), position("add1"));
    }

    @Test
    void tabWalksInTheOrderOfTheGraphAndThenOn() {
        List<String> order = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            type(KeyCode.TAB);
            order.add(String.join(" ", selection()));
            String said = fx(() -> canvas.scene.getFocusOwner().getAccessibleText());
            assertTrue(said.contains(order.getLast()), said);
        }
        assertEquals(List.of("image", "dense1", "relu1", "add1", "dense2"), order);
        type(KeyCode.SHIFT, KeyCode.TAB);
        assertEquals(Set.of("add1"), selection());
        type(KeyCode.TAB);
        type(KeyCode.TAB);
        assertEquals(Set.of(), selection());
        assertFalse(fx(() -> canvas.view.isFocused()), "nobody is caught in the canvas");
    }

    @Test
    void aNodeSaysWhatItIsWhatFlowsAndWhatIsWrong() {
        String dense = fx(() -> canvas.view.plane().node("dense2").orElseThrow().getAccessibleText());
        assertEquals("Dense, dense2, 1 problem", dense);
        String image = fx(() -> canvas.view.plane().node("image").orElseThrow().getAccessibleText());
        assertEquals("Input, image, 1 × 28 × 28", image);
    }

    @Test
    void f2RenamesInPlaceAndRefusesANameThatIsTaken() {
        select("dense1");
        type(KeyCode.F2);
        TextField field = robot.lookup(".nw-rename").query();
        robot.eraseText(20);
        robot.write("relu1");
        assertTrue(fx(() -> field.getStyleClass().contains(Styles.INVALID)));
        type(KeyCode.ENTER);
        assertEquals(NETWORK, network());
        robot.eraseText(20);
        robot.write("hidden");
        type(KeyCode.ENTER);
        assertTrue(network().wires().contains(Wire.of("hidden.out", "relu1.in")));
        assertEquals(Set.of("hidden"), selection());
        assertTrue(fx(() -> canvas.view.isFocused()));
        // Delete in the field is the field's
        type(KeyCode.F2);
        type(KeyCode.DELETE);
        type(KeyCode.ESCAPE);
        assertTrue(network().node("hidden").isPresent());
    }

    @Test
    void onePeriodAndShiftASetZoomFitTheSelectionAndSearch() {
        fx(() -> {
            canvas.view.viewport().zoomTo(0.5);
            return null;
        });
        type(KeyCode.DIGIT1);
        assertEquals(1, fx(() -> canvas.view.viewport().zoom()));
        select("dense2");
        fx(() -> {
            canvas.view.viewport().pan(-5000, 0);
            return null;
        });
        type(KeyCode.PERIOD);
        assertEquals(480, shown("dense2").getCenterX(), 2);
        type(KeyCode.SHIFT, KeyCode.A);
        robot.write("relu");
        type(KeyCode.ENTER);
        assertEquals("ReLU", network().nodes().get("relu2").type());
    }

    @Test
    void undoLeavesTheViewportWhereItIs() {
        select("dense1");
        type(KeyCode.DELETE);
        fx(() -> {
            canvas.view.viewport().zoomTo(0.6);
            canvas.view.viewport().pan(33, 44);
            return null;
        });
        double x = fx(() -> canvas.view.viewport().offsetXProperty().get());
        type(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(0.6, fx(() -> canvas.view.viewport().zoom()));
        assertEquals(x, fx(() -> canvas.view.viewport().offsetXProperty().get()));
    }

    @Test
    void escapeDeselectsAndKeysWithoutASelectionDoNothing() {
        select("dense1");
        type(KeyCode.ESCAPE);
        assertEquals(Set.of(), selection());
        type(KeyCode.DELETE);
        type(KeyCode.RIGHT);
        type(KeyCode.CONTROL, KeyCode.V);
        assertEquals(design(), fx(() -> editor().design()));
        assertFalse(fx(() -> editor().canUndo()));
    }

    @Test
    void aNodeAddedElsewhereAppearsSelected() {
        fx(() -> editor().apply(Edits.addNode("Flatten", "flatten", new Position(32, 400))));
        assertTrue(fx(() -> canvas.view
                        .plane()
                        .node("flatten1")
                        .orElseThrow()
                        .getPseudoClassStates()
                        .toString())
                .contains("selected"));
    }
}
