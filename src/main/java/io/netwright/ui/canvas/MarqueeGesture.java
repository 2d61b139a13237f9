package io.netwright.ui.canvas;

import io.netwright.ui.canvas.drawing.Card;
import io.netwright.ui.canvas.drawing.Point;
import io.netwright.ui.canvas.drawing.Rect;
import java.util.LinkedHashSet;
import java.util.Set;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;

/// Left-drag on the empty canvas: selects every node that the frame touches. With Shift or Ctrl it adds to what was
/// selected.
final class MarqueeGesture implements Gesture {

    private final CanvasView view;
    private final Point start;
    private final Set<String> before;
    private final Set<String> kept;
    private final Rectangle frame = new Rectangle();

    MarqueeGesture(CanvasView view, MouseEvent e) {
        this.view = view;
        this.start = view.toPlane(e);
        this.before = view.model().selection();
        this.kept = e.isShiftDown() || e.isShortcutDown() ? before : Set.of();
        frame.getStyleClass().add("nw-marquee");
        frame.setMouseTransparent(true);
        view.model().selectWire(null);
        view.model().select(kept);
    }

    @Override
    public void drag(MouseEvent e) {
        Point now = view.toPlane(e);
        Rect area = Rect.between(start.x(), start.y(), now.x(), now.y());
        frame.setX(area.x());
        frame.setY(area.y());
        frame.setWidth(area.width());
        frame.setHeight(area.height());
        frame.setStrokeWidth(1 / view.viewport().zoom());
        if (frame.getParent() == null) {
            view.plane().overlay().getChildren().add(frame);
        }
        Set<String> selected = new LinkedHashSet<>(kept);
        for (Card card : view.model().drawing().cards().values()) {
            if (card.bounds().overlaps(area)) {
                selected.add(card.name());
            }
        }
        view.model().select(selected);
    }

    @Override
    public void release(MouseEvent e) {
        view.plane().overlay().getChildren().remove(frame);
    }

    @Override
    public void cancel() {
        view.plane().overlay().getChildren().remove(frame);
        view.model().select(before);
    }
}
