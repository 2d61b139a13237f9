package io.netwright.ui.palette;

import io.netwright.ui.Icons;
import io.netwright.ui.LayerDropTarget;
import io.netwright.ui.Stock;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
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

/// The gesture that carries a layer, or several, from the palette to the canvas. Until the canvas shows where it would
/// come to stand, a small picture of it follows the mouse. Escape ends it.
///
/// From the press on it listens to the whole scene: on JavaFX's headless platform the events of a drag go to whatever
/// is under the mouse, not to where it was pressed.
final class PaletteDrag {

    /// A drag begins when the mouse has moved this far with the button down, in pixels.
    private static final double THRESHOLD = 4;

    private final LayerDropTarget canvas;
    private final Pane floats;
    private final Words words;
    private final EventHandler<MouseEvent> moved = this::moved;
    private final EventHandler<MouseEvent> released = this::released;
    private final EventHandler<KeyEvent> key = this::key;
    private @Nullable Stock pressed;
    private @Nullable HBox ghost;
    private double pressX;
    private double pressY;

    PaletteDrag(LayerDropTarget canvas, Pane floats, Words words) {
        this.canvas = canvas;
        this.words = words;
        this.floats = floats;
    }

    void press(MouseEvent e, Stock stock) {
        Scene scene = floats.getScene();
        if (e.getButton() != MouseButton.PRIMARY || scene == null) {
            return;
        }
        end();
        pressed = stock;
        pressX = e.getSceneX();
        pressY = e.getSceneY();
        scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, moved);
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, released);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, key);
    }

    private void moved(MouseEvent e) {
        Stock stock = pressed;
        if (stock == null) {
            return;
        }
        if (ghost == null && Math.hypot(e.getSceneX() - pressX, e.getSceneY() - pressY) >= THRESHOLD) {
            ghost = ghost(stock);
            floats.getChildren().add(ghost);
        }
        if (ghost != null) {
            boolean taken = canvas.dragOver(stock, e.getSceneX(), e.getSceneY());
            ghost.setVisible(!taken);
            Point2D at = floats.sceneToLocal(e.getSceneX(), e.getSceneY());
            ghost.relocate(at.getX() + 10, at.getY() + 6);
            e.consume();
        }
    }

    private void released(MouseEvent e) {
        Stock dragged = ghost == null ? null : pressed;
        end();
        if (dragged != null) {
            canvas.drop(dragged, e.getSceneX(), e.getSceneY());
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

    private HBox ghost(Stock stock) {
        HBox ghost = new HBox(8, Icons.familySquare(stock.family()), new Label(stock.title(words)));
        ghost.setAlignment(Pos.CENTER_LEFT);
        ghost.getStyleClass().addAll(Styles.FLOATING, "nw-palette-ghost");
        ghost.setMouseTransparent(true);
        return ghost;
    }
}
