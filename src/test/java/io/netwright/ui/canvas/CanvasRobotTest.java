package io.netwright.ui.canvas;

import io.netwright.edit.Design;
import io.netwright.edit.Editor;
import io.netwright.network.Layout;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.Position;
import io.netwright.network.Wire;
import io.netwright.ui.Theme;
import io.netwright.ui.canvas.drawing.Point;
import io.netwright.ui.canvas.drawing.Rect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A canvas in a window, a mouse and a keyboard.
///
///     image   dense1   relu1
///             add1     dense2
abstract class CanvasRobotTest {

    static final double COLUMN = 288;
    static final double ROW = 160;

    static final Network NETWORK = new Network(
            List.of(
                    Node.of("image", "Input"),
                    Node.of("dense1", "Dense"),
                    Node.of("relu1", "ReLU"),
                    Node.of("add1", "Add"),
                    Node.of("dense2", "Dense")),
            List.of(Wire.of("image.out", "dense1.in"), Wire.of("dense1.out", "relu1.in")));

    final FxRobot robot = new FxRobot();
    CanvasFixture canvas;

    static Design design() {
        var at = new LinkedHashMap<String, Position>();
        at.put("image", new Position(32, 32));
        at.put("dense1", new Position(32 + COLUMN, 32));
        at.put("relu1", new Position(32 + 2 * COLUMN, 32));
        at.put("add1", new Position(32 + COLUMN, 32 + ROW));
        at.put("dense2", new Position(32 + 2 * COLUMN, 32 + ROW));
        return new Design(NETWORK, new Layout(at));
    }

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void open() {
        open(design(), false);
    }

    void open(Design design, boolean readOnly) {
        fx(() -> {
            canvas = new CanvasFixture(design, Theme.Mode.LIGHT, Locale.ENGLISH, readOnly, 960, 640);
            Stage stage = FxToolkit.toolkitContext().getRegisteredStage();
            stage.setScene(canvas.scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            stage.toFront();
            return null;
        });
        // 100 %, the plane's origin in the corner
        fx(() -> {
            Viewport v = canvas.view.viewport();
            v.zoomTo(1);
            v.pan(-v.offsetXProperty().get(), -v.offsetYProperty().get());
            canvas.view.requestFocus();
            return null;
        });
    }

    @AfterEach
    void letGo() throws Exception {
        robot.release(new MouseButton[0]);
        robot.release(new javafx.scene.input.KeyCode[0]);
        FxToolkit.hideStage();
    }

    <T> T fx(Callable<T> work) {
        T result = WaitForAsyncUtils.waitForAsyncFx(20_000, work);
        WaitForAsyncUtils.waitForFxEvents();
        return result;
    }

    Editor editor() {
        return canvas.editor();
    }

    Network network() {
        return fx(() -> editor().network());
    }

    Position position(String node) {
        return fx(() -> editor().design().layout().of(node).orElseThrow());
    }

    /// Where a point of the plane is on the screen.
    Point2D screen(double planeX, double planeY) {
        return fx(() -> {
            Point p = canvas.view.viewport().toView(planeX, planeY);
            return canvas.view.localToScreen(p.x(), p.y());
        });
    }

    Point2D port(String port, boolean output) {
        Port p = Port.parse(port);
        Point at = fx(() -> canvas.view.spot(p, output).orElseThrow().at());
        return screen(at.x(), at.y());
    }

    /// The middle of a card, on the screen.
    Point2D card(String node) {
        Rect b = fx(() -> canvas.model.drawing().card(node).orElseThrow().bounds());
        return screen(b.centerX(), b.centerY());
    }

    /// Where a node's view really is on the screen.
    Bounds shown(String node) {
        return fx(() -> {
            NodeView view = canvas.view.plane().node(node).orElseThrow();
            return view.localToScreen(view.getLayoutBounds());
        });
    }

    void drag(Point2D from, Point2D to, MouseButton button) {
        robot.moveTo(from);
        robot.press(button);
        robot.moveTo(to);
        robot.release(button);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void drag(Point2D from, Point2D to) {
        drag(from, to, MouseButton.PRIMARY);
    }

    /// A drag with modifiers, which the headless platform's robot cannot do: the same events, fired.
    void fire(Point2D from, Point2D to, MouseButton button, boolean shift, boolean control, boolean alt) {
        fx(() -> {
            javafx.scene.Node start = pick(from);
            send(start, MouseEvent.MOUSE_PRESSED, from, button, shift, control, alt);
            for (int i = 1; i <= 5; i++) {
                Point2D at = from.interpolate(to, i / 5.0);
                send(start, MouseEvent.MOUSE_DRAGGED, at, button, shift, control, alt);
            }
            send(start, MouseEvent.MOUSE_RELEASED, to, button, shift, control, alt);
            return null;
        });
    }

    private javafx.scene.Node pick(Point2D screen) {
        for (NodeView node : canvas.view.plane().nodes()) {
            if (node.localToScreen(node.getLayoutBounds()).contains(screen)) {
                return node;
            }
        }
        return canvas.view.lookup(".nw-canvas-surface");
    }

    private static void send(
            javafx.scene.Node target,
            EventType<MouseEvent> type,
            Point2D screen,
            MouseButton button,
            boolean shift,
            boolean control,
            boolean alt) {
        Point2D scene = target.getScene().getRoot().screenToLocal(screen);
        boolean held = type != MouseEvent.MOUSE_RELEASED;
        Event.fireEvent(
                target,
                new MouseEvent(
                        type,
                        scene.getX(),
                        scene.getY(),
                        screen.getX(),
                        screen.getY(),
                        button,
                        1,
                        shift,
                        control,
                        alt,
                        false,
                        held && button == MouseButton.PRIMARY,
                        held && button == MouseButton.MIDDLE,
                        held && button == MouseButton.SECONDARY,
                        true,
                        button == MouseButton.SECONDARY,
                        false,
                        new PickResult(target, scene.getX(), scene.getY())));
    }
}
