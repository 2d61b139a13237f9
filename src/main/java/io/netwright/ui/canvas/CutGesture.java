package io.netwright.ui.canvas;

import io.netwright.edit.Edit;
import io.netwright.edit.Edits;
import io.netwright.network.Wire;
import io.netwright.text.Message;
import io.netwright.ui.canvas.drawing.Point;
import io.netwright.ui.canvas.drawing.WireLine;
import java.util.LinkedHashSet;
import java.util.Set;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Line;

/// Ctrl and right-drag: cuts every wire that the knife's line crosses.
final class CutGesture implements Gesture {

    private final CanvasView view;
    private final Point start;
    private final Line knife = new Line();
    private Point end;

    CutGesture(CanvasView view, MouseEvent e) {
        this.view = view;
        this.start = view.toPlane(e);
        this.end = start;
        knife.getStyleClass().add("nw-knife");
        knife.setMouseTransparent(true);
        knife.setStartX(start.x());
        knife.setStartY(start.y());
    }

    @Override
    public void drag(MouseEvent e) {
        end = view.toPlane(e);
        knife.setEndX(end.x());
        knife.setEndY(end.y());
        if (knife.getParent() == null) {
            view.plane().overlay().getChildren().add(knife);
        }
    }

    @Override
    public void release(MouseEvent e) {
        cancel();
        Set<Wire> cut = new LinkedHashSet<>();
        for (WireLine line : view.model().drawing().wires()) {
            if (crosses(line)) {
                cut.add(line.wire());
            }
        }
        if (!cut.isEmpty()) {
            Edit all = Edit.of(Message.of("design.edit.cutWires", cut.size()), d -> d);
            for (Wire wire : cut) {
                all = all.then(Edits.deleteWire(wire));
            }
            view.model().apply(all);
        }
    }

    private boolean crosses(WireLine line) {
        var points = line.route().points();
        for (int i = 1; i < points.size(); i++) {
            Point a = points.get(i - 1);
            Point b = points.get(i);
            if (side(start, end, a) != side(start, end, b) && side(a, b, start) != side(a, b, end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean side(Point a, Point b, Point p) {
        return (b.x() - a.x()) * (p.y() - a.y()) - (b.y() - a.y()) * (p.x() - a.x()) > 0;
    }

    @Override
    public void cancel() {
        view.plane().overlay().getChildren().remove(knife);
    }
}
