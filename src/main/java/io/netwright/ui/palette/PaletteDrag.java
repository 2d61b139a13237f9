package io.netwright.ui.palette;

import io.netwright.layer.LayerInfo;
import io.netwright.ui.Icons;
import io.netwright.ui.LayerDropTarget;
import io.netwright.ui.Styles;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
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
final class PaletteDrag {

    /// A drag begins when the mouse has moved this far with the button down, in pixels.
    private static final double THRESHOLD = 4;

    private final LayerDropTarget canvas;
    private final Pane floats;
    private @Nullable LayerInfo pressed;
    private double pressX;
    private double pressY;
    private final EventHandler<KeyEvent> escape = this::key;
    private @Nullable HBox ghost;

    PaletteDrag(LayerDropTarget canvas, Pane floats) {
        this.canvas = canvas;
        this.floats = floats;
    }

    /// @return what is being dragged; null where nothing is
    private @Nullable LayerInfo dragged() {
        return ghost == null ? null : pressed;
    }

    void pressed(MouseEvent e, LayerInfo info) {
        if (e.getButton() == MouseButton.PRIMARY) {
            pressed = info;
            pressX = e.getSceneX();
            pressY = e.getSceneY();
        }
    }

    void moved(MouseEvent e, Node source) {
        if (pressed == null) {
            return;
        }
        if (ghost == null && Math.hypot(e.getSceneX() - pressX, e.getSceneY() - pressY) >= THRESHOLD) {
            ghost = ghost(pressed);
            floats.getChildren().add(ghost);
            source.getScene().addEventFilter(KeyEvent.KEY_PRESSED, escape);
        }
        if (ghost != null) {
            boolean taken = canvas.dragOver(pressed.type(), e.getSceneX(), e.getSceneY());
            ghost.setVisible(!taken);
            Point2D at = floats.sceneToLocal(e.getSceneX(), e.getSceneY());
            ghost.relocate(at.getX() + 10, at.getY() + 6);
            e.consume();
        }
    }

    void released(MouseEvent e) {
        LayerInfo info = dragged();
        if (info != null) {
            end();
            canvas.drop(info.type(), e.getSceneX(), e.getSceneY());
            e.consume();
        }
        pressed = null;
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE && dragged() != null) {
            e.consume();
            end();
            pressed = null;
            canvas.cancel();
        }
    }

    private void end() {
        if (ghost != null) {
            ghost.getScene().removeEventFilter(KeyEvent.KEY_PRESSED, escape);
            floats.getChildren().remove(ghost);
            ghost = null;
        }
    }

    private static HBox ghost(LayerInfo info) {
        HBox ghost = new HBox(8, Icons.familySquare(info.family().key()), new Label(info.type()));
        ghost.setAlignment(Pos.CENTER_LEFT);
        ghost.getStyleClass().addAll(Styles.FLOATING, "nw-palette-ghost");
        ghost.setMouseTransparent(true);
        return ghost;
    }
}
