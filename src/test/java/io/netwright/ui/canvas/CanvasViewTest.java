package io.netwright.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.edit.Design;
import io.netwright.edit.Edits;
import io.netwright.network.Layout;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Position;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.ui.Stock;
import io.netwright.ui.canvas.drawing.Designs;
import io.netwright.ui.canvas.drawing.Rect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polygon;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class CanvasViewTest extends CanvasRobotTest {

    private boolean has(javafx.scene.Node node, String pseudoClass) {
        return fx(() -> node.getPseudoClassStates().contains(PseudoClass.getPseudoClass(pseudoClass)));
    }

    private NodeView node(String name) {
        return fx(() -> canvas.view.plane().node(name).orElseThrow());
    }

    private WireView wire(String from, String to) {
        return fx(() -> canvas.view.plane().wire(Wire.of(from, to)).orElseThrow());
    }

    private String label(NodeView node, String style) {
        return fx(() -> ((Label) node.lookup("." + style)).getText());
    }

    @Test
    void aCardFollowsItsPropertiesAndItsProblems() {
        assertEquals("32 · Z = XW + b", label(node("dense1"), "nw-node-summary"));
        assertTrue(has(node("dense1"), "bad"), "a dense layer wants a row of numbers, not an image");
        fx(() -> editor().apply(Edits.setProperty("dense1", "units", PropValue.of(10))));
        assertEquals("10 · Z = XW + b", label(node("dense1"), "nw-node-summary"));
        fx(() -> editor().apply(
                        Edits.insertNode("Flatten", "flatten", null, Wire.of("image.out", "dense1.in"), "in", "out")));
        assertFalse(has(node("dense1"), "bad"));
        assertEquals("784", fx(() -> wire("flatten1.out", "dense1.in").chip().getText()));
        assertEquals("10", fx(() -> wire("dense1.out", "relu1.in").chip().getText()));
    }

    @Test
    void arrangingIsOneEntryAndMovesTheViews() {
        fx(() -> {
            canvas.model.arrange();
            return null;
        });
        Position image = position("image");
        Position dense = position("dense1");
        assertEquals(image.y(), dense.y());
        assertEquals(
                dense.x() - image.x(),
                shown("dense1").getMinX() - shown("image").getMinX(),
                0.5);
        fx(() -> {
            editor().undo();
            return null;
        });
        assertEquals(design(), fx(() -> editor().design()));
    }

    @Test
    void aNetworkWithoutPlacesIsLaidOutAndTheFirstEditKeepsThePlaces() {
        open(Designs.unplaced(NETWORK), false);
        assertFalse(fx(() -> editor().isDirty()));
        double x = shown("relu1").getMinX();
        double y = shown("relu1").getMinY();
        fx(() -> canvas.model.apply(Edits.addNode("ReLU", "relu", new Position(900, 900))));
        assertEquals(x, shown("relu1").getMinX(), 0.5);
        assertEquals(y, shown("relu1").getMinY(), 0.5);
        assertEquals(6, fx(() -> editor().design().layout().positions().size()));
    }

    @Test
    void aLitNodeAndItsWiresHaveTheColourOfThePass() {
        fx(() -> {
            canvas.view.setFocus("dense1", Pass.BACKWARD);
            return null;
        });
        assertTrue(has(node("dense1"), "backward"));
        assertFalse(has(node("relu1"), "backward"));
        var line = fx(() -> wire("dense1.out", "relu1.in").lookup(".nw-wire"));
        assertTrue(has(line, "backward"));
        var paint = fx(() -> ((javafx.scene.shape.Path) line).getStroke());
        assertEquals(javafx.scene.paint.Color.web("#e0529c"), paint);
        fx(() -> {
            canvas.view.setFocus(null, Pass.BACKWARD);
            return null;
        });
        assertFalse(has(node("dense1"), "backward"));
        assertFalse(has(line, "backward"));
    }

    @Test
    void theWayOfAGradientIsDashedWithAnArrowheadAtTheOutputThatItCameTo() {
        Wire way = Wire.of("dense1.out", "relu1.in");
        fx(() -> {
            canvas.view.setPath(Set.of(way));
            return null;
        });
        WireView taken = wire("dense1.out", "relu1.in");
        Path line = (Path) taken.lookup(".nw-wire");
        assertEquals(List.of(7.0, 5.0), fx(() -> List.copyOf(line.getStrokeDashArray())));
        Polygon arrow = (Polygon) taken.lookup(".nw-wire-arrow");
        assertTrue(arrow.isVisible());
        Rect dense = fx(() -> node("dense1").card().bounds());
        List<Double> at = fx(() -> List.copyOf(arrow.getPoints()));
        // a wire leaves its card to the right: the tip is next to the card, the base further out
        assertTrue(at.get(0) > dense.right() && at.get(0) < at.get(2), at::toString);
        assertEquals(at.get(2), at.get(4), 1e-9);
        WireView other = wire("image.out", "dense1.in");
        assertNull(other.lookup(".nw-wire-arrow"));
        assertEquals(List.of(), fx(() -> ((Path) other.lookup(".nw-wire")).getStrokeDashArray()));
        fx(() -> {
            canvas.view.setPath(Set.of());
            return null;
        });
        assertFalse(arrow.isVisible());
        assertEquals(List.of(), fx(() -> List.copyOf(line.getStrokeDashArray())));
    }

    @Test
    void aBadgeStaysWithItsNodeEvenWhileItIsOutOfSight() {
        Label badge = fx(() -> new Label("0.3"));
        fx(() -> {
            canvas.view.setBadge("image", badge);
            canvas.view.viewport().pan(-20_000, 0);
            return null;
        });
        assertTrue(fx(() -> canvas.view.plane().node("image")).isEmpty());
        fx(() -> {
            canvas.view.viewport().pan(20_000, 0);
            return null;
        });
        NodeView image = node("image");
        assertTrue(fx(() -> badge.localToScene(badge.getLayoutBounds()).getMaxX()
                <= image.localToScene(image.getLayoutBounds()).getMaxX()));
    }

    @Test
    void onlyWhatIsInSightHasViews() {
        Network large = Designs.residual(250);
        var at = new LinkedHashMap<String, Position>();
        int i = 0;
        for (String name : large.nodes().keySet()) {
            int row = i / 40;
            at.put(name, new Position(i % 40 * COLUMN, row * ROW));
            i++;
        }
        open(new Design(large, new Layout(at)), false);
        int views = fx(() -> canvas.view.plane().nodes().size());
        assertTrue(
                views > 8 && views < 60,
                () -> views + " views of " + large.nodes().size());
        fx(() -> {
            canvas.view.reveal("relu250");
            return null;
        });
        Rect seen = fx(() -> canvas.view.viewport().visible());
        assertTrue(seen.overlaps(
                fx(() -> canvas.model.drawing().card("relu250").orElseThrow().bounds())));
        assertTrue(shown("relu250").getMaxX() <= 961);
    }

    @Test
    void theRightButtonOffersWhatCanBeDoneThere() {
        robot.moveTo(card("dense1"));
        robot.clickOn(MouseButton.SECONDARY);
        assertEquals(Set.of("dense1"), fx(() -> editor().selection()));
        robot.clickOn("#canvas-menu-reconnect");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of(Wire.of("image.out", "relu1.in")), network().wires());

        var middle = fx(() -> canvas.model.drawing().wires().getFirst().route().at(150));
        robot.moveTo(screen(middle.x(), middle.y()));
        robot.clickOn(MouseButton.SECONDARY);
        robot.clickOn("#canvas-menu-insert");
        robot.write("tanh");
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(network().wires().contains(Wire.of("tanh1.out", "relu1.in")), () -> "" + network());
    }

    @Test
    void wordsFollowTheLanguage() {
        fx(() -> {
            canvas.words.setLocale(Locale.SIMPLIFIED_CHINESE);
            return null;
        });
        assertTrue(fx(() -> node("dense2").getAccessibleText()).contains("个问题"));
        assertEquals("适应窗口", fx(() -> ((javafx.scene.control.Button) canvas.view.lookup("#zoom-fit")).getText()));
    }

    @Test
    void zoomControlsStepReturnAndFit() {
        robot.clickOn("#zoom-in");
        assertEquals(1.25, fx(() -> canvas.view.viewport().zoom()), 1e-9);
        robot.clickOn("#zoom-full");
        robot.clickOn("#zoom-out");
        assertEquals(0.8, fx(() -> canvas.view.viewport().zoom()), 1e-9);
        robot.clickOn("#zoom-fit");
        Rect seen = fx(() -> canvas.view.viewport().visible());
        fx(() -> canvas.model.drawing().cards().values())
                .forEach(c -> assertTrue(
                        seen.x() <= c.bounds().x()
                                && seen.right() >= c.bounds().right()
                                && seen.bottom() >= c.bounds().bottom(),
                        c.name()));
    }

    @Test
    void aLongNameIsCutWithTheWholeInTheTooltip() {
        String name = "a name that is much longer than any card could ever show";
        open(new Design(new Network(List.of(Node.of(name, "Conv2d")), List.of()), Layout.EMPTY), false);
        NodeView view = node(name);
        Label title = fx(() -> (Label) view.lookup(".nw-node-title"));
        assertTrue(fx(() -> title.isTextTruncated()));
        assertTrue(fx(() -> title.getBoundsInParent().getMaxX() <= view.getWidth()));
    }

    @Test
    void anEmptyCanvasSaysHowToBegin() {
        open(Design.EMPTY, false);
        Label title = fx(() -> (Label) canvas.view.lookup(".nw-empty-state .nw-title"));
        assertEquals("An empty canvas", title.getText());
        fx(() -> {
            canvas.view.dropTarget().add(Stock.layer(canvas.model.registry(), "Input"));
            return null;
        });
        assertFalse(fx(() -> title.getParent().isVisible()));
        fx(() -> {
            canvas.view.dropTarget().add(Stock.layer(canvas.model.registry(), "Flatten"));
            canvas.view.dropTarget().add(Stock.layer(canvas.model.registry(), "Dense"));
            return null;
        });
        assertEquals(
                List.of(Wire.of("input1.out", "flatten1.in"), Wire.of("flatten1.out", "dense1.in")),
                network().wires());
    }
}
