package io.netwright.ui.canvas;

import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;

/// Middle-drag or Space-drag: the plane follows the hand.
final class PanGesture implements Gesture {

    private final CanvasView view;
    private double x;
    private double y;

    PanGesture(CanvasView view, MouseEvent e) {
        this.view = view;
        x = e.getSceneX();
        y = e.getSceneY();
        view.setCursor(Cursor.CLOSED_HAND);
    }

    @Override
    public void drag(MouseEvent e) {
        view.viewport().pan(e.getSceneX() - x, e.getSceneY() - y);
        x = e.getSceneX();
        y = e.getSceneY();
    }

    @Override
    public void release(MouseEvent e) {
        view.setCursor(null);
    }

    @Override
    public void cancel() {
        view.setCursor(null);
    }
}
