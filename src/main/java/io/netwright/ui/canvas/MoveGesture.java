package io.netwright.ui.canvas;

import io.netwright.edit.Design;
import io.netwright.edit.Edits;
import io.netwright.network.Position;
import io.netwright.ui.canvas.drawing.Card;
import io.netwright.ui.canvas.drawing.Point;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javafx.scene.input.MouseEvent;

/// Left-drag on a card: selects it and moves what is selected, the grabbed card snapping to the grid. With Alt copies
/// move and the originals stay.
final class MoveGesture implements Gesture {

    /// The hand trembles that much when it only clicks.
    private static final double TREMBLE = 4;

    private final CanvasView view;
    private final Card grabbed;
    private final Point start;
    private final Map<String, Position> from = new LinkedHashMap<>();
    private final boolean copies;
    private final boolean alreadySelected;
    private final boolean adds;
    private boolean moving;
    private double dx;
    private double dy;

    MoveGesture(CanvasView view, Card grabbed, MouseEvent e) {
        this.view = view;
        this.grabbed = grabbed;
        this.start = view.toPlane(e);
        this.copies = e.isAltDown();
        this.adds = e.isShiftDown() || e.isShortcutDown();
        CanvasViewModel model = view.model();
        Set<String> selected = new LinkedHashSet<>(model.selection());
        this.alreadySelected = selected.contains(grabbed.name());
        if (!alreadySelected) {
            if (!adds) {
                selected.clear();
            }
            selected.add(grabbed.name());
            model.selectWire(null);
            model.editor().select(selected);
        }
        model.drawing().positions().forEach((name, p) -> {
            if (selected.contains(name)) {
                from.put(name, p);
            }
        });
    }

    @Override
    public void drag(MouseEvent e) {
        Point now = view.toPlane(e);
        if (!moving && now.distance(start) * view.viewport().zoom() < TREMBLE) {
            return;
        }
        moving = true;
        dx = snapped(grabbed.bounds().x(), now.x() - start.x());
        dy = snapped(grabbed.bounds().y(), now.y() - start.y());
        CanvasViewModel model = view.model();
        Design design = model.editor().design();
        model.preview(
                copies
                        ? Edits.duplicate(from.keySet(), dx, dy).change().apply(design.withLayout(l -> l.with(from)))
                        : design.withLayout(l -> l.with(to())));
    }

    private static double snapped(double from, double by) {
        return Math.rint((from + by) / GridView.SPACING) * GridView.SPACING - from;
    }

    private Map<String, Position> to() {
        Map<String, Position> to = new LinkedHashMap<>();
        from.forEach((name, p) -> to.put(name, p.plus(dx, dy)));
        return to;
    }

    @Override
    public void release(MouseEvent e) {
        CanvasViewModel model = view.model();
        if (!moving) {
            click();
            return;
        }
        model.preview(null);
        model.apply(copies ? Edits.duplicate(from.keySet(), dx, dy) : Edits.move(to()));
    }

    // a click that was no drag: on one of several selected cards it selects that card alone, or takes it out
    private void click() {
        if (!alreadySelected) {
            return;
        }
        Set<String> selected = new LinkedHashSet<>(view.model().selection());
        if (adds) {
            selected.remove(grabbed.name());
        } else {
            selected = Set.of(grabbed.name());
        }
        view.model().editor().select(selected);
    }

    @Override
    public void cancel() {
        view.model().preview(null);
    }
}
