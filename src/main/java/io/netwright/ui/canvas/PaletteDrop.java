package io.netwright.ui.canvas;

import io.netwright.layer.LayerInfo;
import io.netwright.network.Position;
import io.netwright.network.Wire;
import io.netwright.ui.LayerDropTarget;
import io.netwright.ui.Stock;
import io.netwright.ui.canvas.drawing.Card;
import io.netwright.ui.canvas.drawing.CardMetrics;
import io.netwright.ui.canvas.drawing.Point;
import io.netwright.ui.canvas.drawing.Rect;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;

/// A layer dragged out of the palette: a ghost of its card follows the pointer, snapping to the grid; over a wire, the
/// wire lights up and the layer goes into it.
final class PaletteDrop implements LayerDropTarget {

    private final CanvasView view;
    private @Nullable NodeView ghost;

    PaletteDrop(CanvasView view) {
        this.view = view;
    }

    @Override
    public boolean dragOver(Stock dragged, double sceneX, double sceneY) {
        Point at = plane(sceneX, sceneY).orElse(null);
        if (at == null) {
            cancel();
            return false;
        }
        show(dragged, Additions.cornerFor(at));
        Optional<Wire> target = wireAt(dragged, at);
        view.plane().target(target.orElse(null));
        return true;
    }

    private void show(Stock dragged, Position corner) {
        NodeView node = ghost;
        String title = dragged.title(view.model().words());
        if (node == null) {
            node = new NodeView(dragged.family());
            node.getStyleClass().add("nw-ghost");
            node.setMouseTransparent(true);
            view.plane().overlay().getChildren().add(node);
            ghost = node;
        }
        node.update(new Card(
                "ghost",
                title,
                dragged.family(),
                title,
                "",
                view.model().words().now("layers.family." + dragged.family()),
                new Rect(corner.x(), corner.y(), CardMetrics.WIDTH, CardMetrics.HEIGHT),
                List.of(),
                List.of(),
                List.of(),
                ""));
    }

    private Optional<Wire> wireAt(Stock dragged, Point at) {
        return dragged instanceof Stock.OfLayer(LayerInfo info)
                        && view.model().additions().canInsert(info.type())
                ? view.wireAt(view.model().drawing(), at)
                : Optional.empty();
    }

    // empty outside of the canvas, and where something floats above it
    private Optional<Point> plane(double sceneX, double sceneY) {
        Point2D local = view.sceneToLocal(sceneX, sceneY);
        return view.isReadOnly() || local == null || !view.getLayoutBounds().contains(local)
                ? Optional.empty()
                : Optional.of(view.viewport().toPlane(local.getX(), local.getY()));
    }

    @Override
    public boolean drop(Stock dragged, double sceneX, double sceneY) {
        cancel();
        Point at = plane(sceneX, sceneY).orElse(null);
        if (at == null) {
            return false;
        }
        view.requestFocus();
        Additions additions = view.model().additions();
        return switch (dragged) {
            case Stock.OfLayer(LayerInfo info) ->
                wireAt(dragged, at)
                        .map(wire -> additions.insert(info.type(), at, wire))
                        .orElseGet(() -> additions.add(info.type(), at));
            case Stock.Whole whole -> {
                add(whole, at);
                yield true;
            }
        };
    }

    @Override
    public void cancel() {
        if (ghost != null) {
            view.plane().overlay().getChildren().remove(ghost);
            ghost = null;
        }
        view.plane().target(null);
    }

    @Override
    public void add(Stock stock) {
        switch (stock) {
            case Stock.OfLayer(LayerInfo info) -> {
                if (view.model().additions().addSomewhere(info.type(), view.middle())) {
                    view.revealSelection();
                }
            }
            case Stock.Whole whole -> add(whole, view.middle());
        }
    }

    private void add(Stock.Whole whole, Point middle) {
        view.model().wholes().add(whole, middle, view::fitSelection);
    }
}
