package io.netwright.ui.palette;

import io.netwright.layer.LayerInfo;
import io.netwright.ui.Icons;
import io.netwright.ui.LayerDropTarget;
import io.netwright.ui.Styles;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// The gesture that carries a layer from the palette to the canvas. Until the canvas shows where it would come to
/// stand, a small picture of it follows the mouse. Escape ends it.
///
/// From the press on it listens to the whole scene: on JavaFX's headless platform the events of a drag go to whatever
/// is under the mouse, not to where it was pressed.
final class PaletteDrag {

    /// A drag begins when the mouse has moved this far with the button down, in pixels.
    private static final double THRESHOLD = 4;

    private final LayerDropTarget canvas;
    private final Pane floats;
    private final EventHandler<MouseEvent> moved = this::moved;
    private final EventHandler<MouseEvent> released = this::released;
    private final EventHandler<KeyEvent> key = this::key;
    private @Nullable LayerInfo pressed;
    private @Nullable HBox ghost;
    private double pressX;
    private double pressY;

    PaletteDrag(LayerDropTarget canvas, Pane floats) {
        this.canvas = canvas;
        this.floats = floats;
    }

    void press(MouseEvent e, LayerInfo info) {
        Scene scene = floats.getScene();
        if (e.getButton() != MouseButton.PRIMARY || scene == null) {
            return;
        }
        end();
        pressed = info;
        pressX = e.getSceneX();
        pressY = e.getSceneY();
        scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, moved);
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, released);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, key);
    }

    private void moved(MouseEvent e) {
        LayerInfo info = pressed;
        if (info == null) {
            return;
        }
        if (ghost == null && Math.hypot(e.getSceneX() - pressX, e.getSceneY() - pressY) >= THRESHOLD) {
            ghost = ghost(info);
            floats.getChildren().add(ghost);
        }
        if (ghost != null) {
            boolean taken = canvas.dragOver(info.type(), e.getSceneX(), e.getSceneY());
            ghost.setVisible(!taken);
            Point2D at = floats.sceneToLocal(e.getSceneX(), e.getSceneY());
            ghost.relocate(at.getX() + 10, at.getY() + 6);
            e.consume();
        }
    }

    private void released(MouseEvent e) {
        LayerInfo dragged = ghost == null ? null : pressed;
        end();
        if (dragged != null) {
            canvas.drop(dragged.type(), e.getSceneX(), e.getSceneY());
            e.consume();
        }
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE && ghost != null) {
            e.consume();
            end();
            canvas.cancel();
        }
    }

    private void end() {
        Scene scene = floats.getScene();
        if (scene != null) {
            scene.removeEventFilter(MouseEvent.MOUSE_DRAGGED, moved);
            scene.removeEventFilter(MouseEvent.MOUSE_RELEASED, released);
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, key);
        }
        if (ghost != null) {
            floats.getChildren().remove(ghost);
            ghost = null;
        }
        pressed = null;
    }

    private static HBox ghost(LayerInfo info) {
        HBox ghost = new HBox(8, Icons.familySquare(info.family().key()), new Label(info.type()));
        ghost.setAlignment(Pos.CENTER_LEFT);
        ghost.getStyleClass().addAll(Styles.FLOATING, "nw-palette-ghost");
        ghost.setMouseTransparent(true);
        return ghost;
    }
}
