package io.netwright.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.edit.Design;
import io.netwright.network.Port;
import io.netwright.network.Position;
import io.netwright.network.Wire;
import io.netwright.ui.LayerDropTarget;
import io.netwright.ui.Stock;
import io.netwright.ui.canvas.drawing.Point;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.geometry.VerticalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class CanvasMouseTest extends CanvasRobotTest {

    @Test
    void draggingACardMovesItOnTheGridAndUndoBringsItBack() {
        Bounds before = shown("dense1");
        drag(card("dense1"), card("dense1").add(70, 150));

        assertEquals(new Position(32 + COLUMN + 64, 32 + 144), position("dense1"));
        assertEquals(before.getMinX() + 64, shown("dense1").getMinX(), 0.5);
        assertEquals(before.getMinY() + 144, shown("dense1").getMinY(), 0.5);
        assertEquals(Set.of("dense1"), fx(() -> editor().selection()));

        fx(() -> {
            editor().undo();
            return null;
        });
        assertEquals(design(), fx(() -> editor().design()));
        assertEquals(0, center(before).distance(center(shown("dense1"))), 0.1);
    }

    @Test
    void movingOneOfSeveralSelectedCardsMovesAllInOneEntry() {
        fx(() -> {
            editor().select(List.of("dense1", "add1"));
            return null;
        });
        drag(card("add1"), card("add1").add(-48, 96));
        assertEquals(new Position(32 + COLUMN - 48, 128), position("dense1"));
        assertEquals(new Position(32 + COLUMN - 48, 32 + ROW + 96), position("add1"));
        fx(() -> {
            editor().undo();
            return null;
        });
        assertEquals(design(), fx(() -> editor().design()));
    }

    @Test
    void draggingFromAnOutputToAnInputDrawsAWireThatIsSeen() {
        drag(port("relu1.out", true), port("dense2.in", false));
        Wire wire = Wire.of("relu1.out", "dense2.in");
        assertTrue(network().wires().contains(wire));
        WireView view = fx(() -> canvas.view.plane().wire(wire).orElseThrow());
        assertTrue(fx(() -> view.chip().isVisible()));
        Point end = view.line().route().points().getLast();
        assertEquals(port("dense2.in", false), screen(end.x(), end.y()));
    }

    @Test
    void draggingFromAnInputBackToAnOutputDrawsTheSameWire() {
        drag(port("dense2.in", false), port("dense1.out", true));
        assertTrue(network().wires().contains(Wire.of("dense1.out", "dense2.in")));
    }

    @Test
    void aSecondWireReplacesTheFirstUnlessTheInputTakesMany() {
        drag(port("image.out", true), port("relu1.in", false));
        assertEquals(List.of(Wire.of("image.out", "relu1.in")), network().wiresInto(new Port("relu1", "in")));
        drag(port("image.out", true), port("add1.in", false));
        drag(port("relu1.out", true), port("add1.in", false));
        assertEquals(
                List.of(Wire.of("image.out", "add1.in"), Wire.of("relu1.out", "add1.in")),
                network().wiresInto(new Port("add1", "in")));
    }

    @Test
    void draggingAWireOffItsInputMovesItToAnother() {
        drag(port("relu1.in", false), port("add1.in", false));
        assertEquals(
                List.of(Wire.of("image.out", "dense1.in"), Wire.of("dense1.out", "add1.in")),
                network().wires());
        assertTrue(fx(() ->
                canvas.view.plane().wire(Wire.of("dense1.out", "relu1.in")).isEmpty()));
    }

    @Test
    void lettingAWireGoOverEmptyCanvasDeletesIt() {
        drag(port("relu1.in", false), screen(640, 480));
        assertEquals(List.of(Wire.of("image.out", "dense1.in")), network().wires());
        fx(() -> {
            editor().undo();
            return null;
        });
        assertEquals(NETWORK, network());
    }

    @Test
    void aWireThatWouldCloseACycleIsRefusedAndSaysWhy() {
        robot.moveTo(port("relu1.out", true));
        robot.press(MouseButton.PRIMARY);
        robot.moveTo(port("dense1.in", false));
        WaitForAsyncUtils.waitForFxEvents();
        HintView hint = canvas.view.hint();
        assertTrue(hint.isVisible());
        assertTrue(hint.getText().contains("cycle"), hint.getText());
        PortView port = fx(() -> canvas.view
                .plane()
                .node("dense1")
                .orElseThrow()
                .port(new Port("dense1", "in"), false)
                .orElseThrow());
        assertTrue(port.getPseudoClassStates().toString().contains("dim"));
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(NETWORK, network());
        assertFalse(hint.isVisible());
        assertFalse(port.getPseudoClassStates().toString().contains("dim"));
    }

    @Test
    void escapeInTheMiddleOfADragLeavesTheDocumentAsItWas() {
        robot.moveTo(port("relu1.in", false));
        robot.press(MouseButton.PRIMARY);
        robot.moveTo(screen(640, 480));
        robot.type(KeyCode.ESCAPE);
        robot.release(MouseButton.PRIMARY);
        robot.moveTo(card("add1"));
        robot.press(MouseButton.PRIMARY);
        robot.moveTo(card("add1").add(100, 100));
        robot.type(KeyCode.ESCAPE);
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(design(), fx(() -> editor().design()));
        assertFalse(fx(() -> editor().canUndo()));
        assertEquals(0, card("add1").distance(center(shown("add1"))), 0.1);
    }

    @Test
    void aNewWireLetGoOverEmptyCanvasAsksForALayerAndConnectsIt() {
        drag(port("relu1.out", true), screen(700, 420));
        TextField field = robot.lookup(".nw-quick-search .text-field").query();
        assertTrue(field.isVisible());
        robot.write("fc");
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("Dense", network().nodes().get("dense3").type());
        assertTrue(network().wires().contains(Wire.of("relu1.out", "dense3.in")));
        assertEquals(Set.of("dense3"), fx(() -> editor().selection()));
        fx(() -> {
            editor().undo();
            return null;
        });
        assertEquals(NETWORK, network());
    }

    @Test
    void doubleClickOnEmptyCanvasSearchesAndAddsThere() {
        robot.moveTo(screen(500, 450));
        robot.doubleClickOn(MouseButton.PRIMARY);
        robot.write("maxpool2");
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("MaxPool2d", network().nodes().get("pool1").type());
        Bounds there = shown("pool1");
        assertTrue(there.contains(screen(500, 450)), () -> "at " + there);
    }

    @Test
    void escapeClosesTheSearchAndGivesTheKeyboardBack() {
        robot.moveTo(screen(500, 450));
        robot.doubleClickOn(MouseButton.PRIMARY);
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(NETWORK, network());
        assertTrue(canvas.view.isFocused());
    }

    @Test
    void aLayerDraggedFromOutsideLandsUnderThePointer() {
        Label palette = palette("Dense");
        robot.moveTo(palette);
        robot.press(MouseButton.PRIMARY);
        robot.moveTo(screen(208, 420));
        WaitForAsyncUtils.waitForFxEvents();
        Bounds ghost = fx(() -> canvas.view
                .lookup(".nw-ghost")
                .localToScreen(canvas.view.lookup(".nw-ghost").getLayoutBounds()));
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("Dense", network().nodes().get("dense3").type());
        assertEquals(new Position(128, 400), position("dense3"));
        assertEquals(ghost.getMinX(), shown("dense3").getMinX(), 0.1);
        assertEquals(ghost.getMinY(), shown("dense3").getMinY(), 0.1);
        assertEquals(null, fx(() -> canvas.view.lookup(".nw-ghost")));
        assertEquals(Set.of("dense3"), fx(() -> editor().selection()));
    }

    @Test
    void aLayerDroppedOnAWireGoesIntoItAndTheRowMakesRoom() {
        Label palette = palette("Dropout");
        Point middle = fx(() -> canvas.model
                .drawing()
                .line(Wire.of("dense1.out", "relu1.in"))
                .orElseThrow()
                .route()
                .at(56));
        drag(fx(() -> palette.localToScreen(10, 10)), screen(middle.x(), middle.y()));
        assertEquals(
                Set.of(
                        Wire.of("image.out", "dense1.in"),
                        Wire.of("dense1.out", "dropout1.in"),
                        Wire.of("dropout1.out", "relu1.in")),
                Set.copyOf(network().wires()));
        assertTrue(shown("dropout1").getMaxX() < shown("relu1").getMinX());
        assertTrue(shown("dense1").getMaxX() < shown("dropout1").getMinX());
        fx(() -> {
            editor().undo();
            return null;
        });
        assertEquals(design(), fx(() -> editor().design()));
    }

    @Test
    void aLayerLetGoOutsideIsNotAdded() {
        Label palette = palette("Dense");
        drag(fx(() -> palette.localToScreen(10, 10)), fx(() -> palette.localToScreen(30, 12)));
        assertEquals(NETWORK, network());
    }

    @Test
    void theFrameOfADragOnEmptyCanvasSelectsWhatItTouches() {
        drag(screen(20, 150), screen(32 + COLUMN + 20, 32 + 20));
        assertEquals(Set.of("image", "dense1"), fx(() -> editor().selection()));
        assertTrue(fx(() -> canvas.view
                .plane()
                .node("image")
                .orElseThrow()
                .getPseudoClassStates()
                .toString()
                .contains("selected")));
        assertEquals(null, fx(() -> canvas.view.lookup(".nw-marquee")));
        robot.clickOn(screen(500, 450));
        assertEquals(Set.of(), fx(() -> editor().selection()));
    }

    @Test
    void middleDragAndSpaceDragPanWithoutChangingTheDocument() {
        Bounds before = shown("relu1");
        drag(screen(500, 450), screen(500, 450).add(-120, 60), MouseButton.MIDDLE);
        assertEquals(before.getMinX() - 120, shown("relu1").getMinX(), 1);
        assertEquals(before.getMinY() + 60, shown("relu1").getMinY(), 1);
        robot.press(KeyCode.SPACE);
        drag(card("relu1"), card("relu1").add(120, -60));
        robot.release(KeyCode.SPACE);
        assertEquals(before.getMinX(), shown("relu1").getMinX(), 1);
        assertEquals(design(), fx(() -> editor().design()));
    }

    @Test
    void theWheelZoomsAndWhatIsUnderThePointerStaysThere() {
        Point2D corner = new Point2D(shown("dense2").getMinX(), shown("dense2").getMinY());
        robot.moveTo(corner);
        robot.scroll(5, VerticalDirection.UP);
        WaitForAsyncUtils.waitForFxEvents();
        double zoom = fx(() -> canvas.view.viewport().zoom());
        assertTrue(zoom > 1.2 || zoom < 0.8, () -> "zoom " + zoom);
        Bounds after = shown("dense2");
        assertEquals(corner.getX(), after.getMinX(), 1.5);
        assertEquals(corner.getY(), after.getMinY(), 1.5);
        assertEquals(176 * zoom, after.getWidth(), 1);
    }

    @Test
    void clickingAWireSelectsItAndDeleteTakesItAway() {
        Wire wire = Wire.of("dense1.out", "relu1.in");
        Point at =
                fx(() -> canvas.model.drawing().line(wire).orElseThrow().route().at(12));
        robot.clickOn(screen(at.x(), at.y() + 4));
        assertEquals(wire, fx(() -> canvas.model.selectedWireProperty().get()));
        robot.type(KeyCode.DELETE);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of(Wire.of("image.out", "dense1.in")), network().wires());
    }

    @Test
    void theMinimapMovesTheViewport() {
        Minimap map = fx(() -> (Minimap) canvas.view.lookup(".nw-minimap"));
        robot.clickOn(map);
        Point seen = fx(() -> {
            var v = canvas.view.viewport().visible();
            return new Point(v.centerX(), v.centerY());
        });
        Bounds all = shown("image");
        robot.clickOn(fx(() -> map.localToScreen(12, 12)));
        WaitForAsyncUtils.waitForFxEvents();
        var now = fx(() -> canvas.view.viewport().visible());
        assertTrue(now.centerX() < seen.x() && now.centerY() < seen.y(), () -> seen + " to " + now);
        assertTrue(shown("image").getMinX() > all.getMinX());
        assertEquals(design(), fx(() -> editor().design()));
    }

    @Test
    void withModifiersTheMouseAddsCopiesAndCuts() {
        robot.clickOn(card("image"));
        fire(card("relu1"), card("relu1"), MouseButton.PRIMARY, true, false, false);
        assertEquals(Set.of("image", "relu1"), fx(() -> editor().selection()));

        fire(card("add1"), card("add1").add(0, 160), MouseButton.PRIMARY, false, false, true);
        assertEquals("Add", network().nodes().get("add2").type());
        assertEquals(position("add1").plus(0, 160), position("add2"));

        fire(screen(260, 20), screen(260, 120), MouseButton.SECONDARY, false, true, false);
        assertEquals(List.of(Wire.of("dense1.out", "relu1.in")), network().wires());
    }

    @Test
    void aReadOnlyCanvasPansAndSelectsButChangesNothing() {
        open(design(), true);
        Bounds before = shown("image");
        Design shown = fx(() -> editor().design());
        drag(center(shown("dense1")), center(shown("dense1")).add(60, 60));
        drag(port("relu1.out", true), port("relu1.out", true).add(80, 100));
        robot.type(KeyCode.DELETE);
        assertEquals(shown, fx(() -> editor().design()));
        assertEquals(Set.of("relu1"), fx(() -> editor().selection()));
        drag(screen(40, 400), screen(40, 400).add(-30, 0));
        assertEquals(before.getMinX() - 30, shown("image").getMinX(), 1);
    }

    private static Point2D center(Bounds b) {
        return new Point2D(b.getCenterX(), b.getCenterY());
    }

    // what the palette does: it takes the mouse where it is pressed, and passes on where it goes. The headless platform
    // sends
    // drags to whatever lies under the pointer instead of where they began, so it follows them in the scene
    private Label palette(String type) {
        return fx(() -> {
            Label row = new Label(type);
            row.setStyle("-fx-background-color: white; -fx-padding: 8");
            LayerDropTarget target = canvas.view.dropTarget();
            boolean[] dragging = new boolean[1];
            row.setOnMousePressed(e -> dragging[0] = true);
            canvas.scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, e -> {
                if (dragging[0]) {
                    target.dragOver(Stock.layer(canvas.model.registry(), type), e.getSceneX(), e.getSceneY());
                }
            });
            canvas.scene.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> {
                if (dragging[0] && row.localToScene(row.getLayoutBounds()).contains(e.getSceneX(), e.getSceneY())) {
                    target.cancel();
                } else if (dragging[0]) {
                    target.drop(Stock.layer(canvas.model.registry(), type), e.getSceneX(), e.getSceneY());
                }
                dragging[0] = false;
            });
            StackPane root = (StackPane) canvas.scene.getRoot();
            StackPane.setAlignment(row, Pos.BOTTOM_CENTER);
            root.getChildren().add(row);
            root.layout();
            return row;
        });
    }
}
