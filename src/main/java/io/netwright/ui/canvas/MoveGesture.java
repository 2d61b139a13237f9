package io.netwright.ui.canvas;

import io.netwright.edit.Design;
import io.netwright.edit.Edits;
import io.netwright.network.Position;
import io.netwright.network.Wire;
import io.netwright.ui.canvas.drawing.Card;
import io.netwright.ui.canvas.drawing.CardMetrics;
import io.netwright.ui.canvas.drawing.Drawing;
import io.netwright.ui.canvas.drawing.Guides;
import io.netwright.ui.canvas.drawing.Point;
import io.netwright.ui.canvas.drawing.Rect;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.jspecify.annotations.Nullable;

/// Left-drag on a card: selects it and moves what is selected, the grabbed card snapping to where it lines up with
/// another, or to the grid. With Alt copies
/// move and the originals stay. A node without wires that is let go over a wire goes into it.
final class MoveGesture implements Gesture {

    /// The hand trembles that much when it only clicks.
    private static final double TREMBLE = 4;

    /// How near a card must come to lining up with another, in pixels of the view.
    private static final double NEAR = 5;

    private final CanvasView view;
    private final Card grabbed;
    private final Point start;
    private final Drawing before;
    private final Map<String, Position> from = new LinkedHashMap<>();
    private final boolean copies;
    private final boolean alreadySelected;
    private final boolean adds;
    private final Path lines = new Path();
    private @Nullable Guides guides;
    private boolean moving;
    private @Nullable Wire wire;
    private double dx;
    private double dy;

    MoveGesture(CanvasView view, Card grabbed, MouseEvent e) {
        this.view = view;
        this.grabbed = grabbed;
        this.start = view.toPlane(e);
        this.before = view.model().drawing();
        this.copies = e.isAltDown();
        lines.getStyleClass().add("nw-guide");
        lines.setMouseTransparent(true);
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
            model.select(selected);
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
        follow(now.x() - start.x(), now.y() - start.y());
        CanvasViewModel model = view.model();
        Design design = model.editor().here();
        model.preview(
                copies
                        ? Edits.duplicate(from.keySet(), dx, dy).change().apply(design.withLayout(l -> l.with(from)))
                        : design.withLayout(l -> l.with(to())));
        wire = wireBelow();
        view.plane().target(wire);
    }

    private @Nullable Wire wireBelow() {
        Additions additions = view.model().additions();
        if (copies || from.size() != 1 || !additions.canInsertExisting(grabbed.name())) {
            return null;
        }
        Point middle =
                new Point(grabbed.bounds().centerX() + dx, grabbed.bounds().y() + CardMetrics.PORT_Y + dy);
        return view.wireAt(before, middle).orElse(null);
    }

    // to where it lines up with another card, else to the grid
    private void follow(double right, double down) {
        Guides.Snap snap = guides().snap(grabbed.bounds().moved(right, down));
        dx = snap.atX() ? right + snap.dx() : snapped(grabbed.bounds().x(), right);
        dy = snap.atY() ? down + snap.dy() : snapped(grabbed.bounds().y(), down);
        lines.getElements().clear();
        for (Guides.Line line : snap.lines()) {
            lines.getElements()
                    .addAll(
                            new MoveTo(line.from().x(), line.from().y()),
                            new LineTo(line.to().x(), line.to().y()));
        }
        lines.setStrokeWidth(1 / view.viewport().zoom());
        if (lines.getParent() == null) {
            view.plane().overlay().getChildren().add(lines);
        }
    }

    private Guides guides() {
        Guides known = guides;
        if (known == null) {
            Rect seen = view.viewport().visible();
            known = new Guides(
                    view.model().drawing().cards().values().stream()
                            .filter(c -> (copies || !from.containsKey(c.name()))
                                    && c.bounds().overlaps(seen))
                            .map(Card::bounds)
                            .toList(),
                    NEAR / view.viewport().zoom());
            guides = known;
        }
        return known;
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
        view.plane().overlay().getChildren().remove(lines);
        view.plane().target(null);
        if (wire != null) {
            model.additions().insertExisting(grabbed.name(), Objects.requireNonNull(to().get(grabbed.name())), wire);
            return;
        }
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
        view.model().select(selected);
    }

    @Override
    public void cancel() {
        view.plane().overlay().getChildren().remove(lines);
        view.plane().target(null);
        view.model().preview(null);
    }
}
