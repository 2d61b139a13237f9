package io.netwright.ui.canvas;

import io.netwright.network.Wire;
import io.netwright.ui.canvas.drawing.Card;
import io.netwright.ui.canvas.drawing.Point;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// Decides which gesture a pressed mouse button begins, and sees it through. One gesture at a time.
final class CanvasMouse {

    /// A notch of the wheel is 40; it zooms by a tenth.
    private static final double ZOOM_PER_PIXEL = 1.0024;

    private final CanvasView view;
    private @Nullable Gesture gesture;
    private @Nullable Point pointer;
    private boolean space;

    CanvasMouse(CanvasView view) {
        this.view = view;
    }

    void install(Node surface) {
        surface.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        surface.addEventHandler(MouseEvent.MOUSE_DRAGGED, e -> {
            if (gesture != null) {
                gesture.drag(e);
            }
            moved(e);
            e.consume();
        });
        surface.addEventHandler(MouseEvent.MOUSE_RELEASED, e -> {
            Gesture done = gesture;
            gesture = null;
            if (done != null) {
                done.release(e);
            }
            e.consume();
        });
        surface.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        surface.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        surface.addEventHandler(MouseEvent.MOUSE_EXITED, e -> pointer = null);
        surface.addEventHandler(ScrollEvent.SCROLL, this::scroll);
    }

    private void moved(MouseEvent e) {
        Point2D local = view.sceneToLocal(e.getSceneX(), e.getSceneY());
        pointer = new Point(local.getX(), local.getY());
    }

    private void press(MouseEvent e) {
        view.closeExplanation();
        view.requestFocus();
        e.consume();
        if (gesture != null) {
            return;
        }
        if (e.getButton() == MouseButton.MIDDLE || e.getButton() == MouseButton.PRIMARY && space) {
            gesture = new PanGesture(view, e);
        } else if (e.getButton() == MouseButton.PRIMARY) {
            gesture = primary(e);
        } else if (e.getButton() == MouseButton.SECONDARY && e.isShortcutDown() && !view.isReadOnly()) {
            gesture = new CutGesture(view, e);
        }
    }

    private @Nullable Gesture primary(MouseEvent e) {
        return switch (view.hit(e.getPickResult(), e.getSceneX(), e.getSceneY())) {
            case Hit.OnPort(NodeView node, PortView port)
            when !view.isReadOnly() -> new WireGesture(view, port.spot(), e);
            case Hit.OnPort(NodeView node, PortView port) -> select(node.card());
            case Hit.OnNode(Card card) -> view.isReadOnly() ? select(card) : new MoveGesture(view, card, e);
            case Hit.OnWire(WireView wire) -> {
                view.model().selectWire(wire.line().wire());
                yield null;
            }
            case Hit.OnChip(ChipView chip) -> {
                Wire wire = chip.wire().line().wire();
                view.model().selectWire(wire);
                Point2D at = chip.sceneToLocal(e.getSceneX(), e.getSceneY());
                view.explain(wire, chip.sizeAt(at.getX()));
                yield null;
            }
            case Hit.Nothing() -> view.isReadOnly() ? new PanGesture(view, e) : new MarqueeGesture(view, e);
        };
    }

    private @Nullable Gesture select(Card card) {
        view.model().select(Set.of(card.name()));
        return null;
    }

    private void click(MouseEvent e) {
        e.consume();
        if (e.getButton() != MouseButton.PRIMARY
                || e.getClickCount() != 2
                || !e.isStillSincePress()
                || view.isReadOnly()) {
            return;
        }
        switch (view.hit(e.getPickResult(), e.getSceneX(), e.getSceneY())) {
            case Hit.OnNode(Card card) -> {
                if (!view.model().blocks().open(card.name())) {
                    view.rename(card.name());
                }
            }
            case Hit.Nothing() -> {
                Point2D local = view.sceneToLocal(e.getSceneX(), e.getSceneY());
                view.searches().layerAt(local.getX(), local.getY());
            }
            default -> {}
        }
    }

    private void scroll(ScrollEvent e) {
        Point2D local = view.sceneToLocal(e.getSceneX(), e.getSceneY());
        Viewport viewport = view.viewport();
        if (e.getDeltaY() != 0) {
            viewport.zoomTo(viewport.zoom() * Math.pow(ZOOM_PER_PIXEL, e.getDeltaY()), local.getX(), local.getY());
        }
        e.consume();
    }

    /// @return where the mouse is over the canvas, in pixels of the view; null where it is elsewhere
    @Nullable
    Point pointer() {
        return pointer;
    }

    /// Says whether Space is held, which makes the left button pan.
    void setSpace(boolean held) {
        if (space != held) {
            space = held;
            view.setCursor(held ? Cursor.OPEN_HAND : null);
        }
    }

    /// Ends the gesture in progress without an effect.
    ///
    /// @return whether there was one
    boolean cancel() {
        Gesture stopped = gesture;
        gesture = null;
        if (stopped != null) {
            stopped.cancel();
        }
        return stopped != null;
    }
}
