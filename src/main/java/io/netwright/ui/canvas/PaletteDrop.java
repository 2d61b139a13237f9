package io.netwright.ui.canvas;

import io.netwright.layer.Layer;
import io.netwright.layer.LayerInfo;
import io.netwright.network.Position;
import io.netwright.network.Wire;
import io.netwright.ui.LayerDropTarget;
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
    public boolean dragOver(String layerType, double sceneX, double sceneY) {
        Point at = plane(sceneX, sceneY).orElse(null);
        LayerInfo info =
                view.model().registry().find(layerType).map(Layer::info).orElse(null);
        if (at == null || info == null) {
            cancel();
            return false;
        }
        show(info, Additions.cornerFor(at));
        Optional<Wire> target = wireAt(layerType, at);
        view.plane().target(target.orElse(null));
        return true;
    }

    private void show(LayerInfo info, Position corner) {
        NodeView node = ghost;
        if (node == null) {
            node = new NodeView(info.family().key());
            node.getStyleClass().add("nw-ghost");
            node.setMouseTransparent(true);
            view.plane().overlay().getChildren().add(node);
            ghost = node;
        }
        node.update(new Card(
                "ghost",
                info.type(),
                info.family().key(),
                info.type(),
                "",
                view.model().words().now("layers.family." + info.family().key()),
                new Rect(corner.x(), corner.y(), CardMetrics.WIDTH, CardMetrics.HEIGHT),
                List.of(),
                List.of(),
                List.of(),
                ""));
    }

    private Optional<Wire> wireAt(String type, Point at) {
        return view.model().additions().canInsert(type)
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
    public boolean drop(String layerType, double sceneX, double sceneY) {
        cancel();
        Point at = plane(sceneX, sceneY).orElse(null);
        if (at == null) {
            return false;
        }
        view.requestFocus();
        Additions additions = view.model().additions();
        return wireAt(layerType, at)
                .map(wire -> additions.insert(layerType, at, wire))
                .orElseGet(() -> additions.add(layerType, at));
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
    public void add(String layerType) {
        Rect seen = view.viewport().visible();
        if (view.model().additions().addSomewhere(layerType, new Point(seen.centerX(), seen.centerY()))) {
            view.revealSelection();
        }
    }
}
