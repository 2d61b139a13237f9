package io.netwright.ui.canvas;

import io.netwright.edit.Edits;
import io.netwright.network.Network;
import io.netwright.network.Port;
import io.netwright.network.Wire;
import io.netwright.ui.canvas.drawing.Card;
import io.netwright.ui.canvas.drawing.Point;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.CubicCurve;
import org.jspecify.annotations.Nullable;

/// Drag from a port: draws a wire, from an output to an input or the other way round. From an input that has a wire, it
/// takes that wire's end along, to another input, or off by letting it go over empty canvas. A new wire let go over
/// empty canvas asks which layer is to stand there.
///
/// Meanwhile every port in sight shows whether it would take the wire, and says so when the pointer comes near.
final class WireGesture implements Gesture {

    /// How near the pointer must come to a port, in pixels of the view.
    private static final double SNAP = 26;

    private static final double TREMBLE = 4;

    private final CanvasView view;
    /// The end that stays.
    private final Card.Spot fixed;
    private final @Nullable Wire taken;
    private final Point start;
    private final CubicCurve line = new CubicCurve();
    private final Map<Port, Verdict> verdicts = new HashMap<>();
    private boolean moving;
    private @Nullable Aim aim;

    private record Aim(Port port, Point at, Verdict verdict) {}

    WireGesture(CanvasView view, Card.Spot grabbed, MouseEvent e) {
        this.view = view;
        this.start = view.toPlane(e);
        List<Wire> there = grabbed.output() ? List.of() : view.model().network().wiresInto(grabbed.port());
        this.taken = there.isEmpty() ? null : there.getLast();
        this.fixed = taken == null ? grabbed : view.spot(taken.from(), true).orElse(grabbed);
        line.getStyleClass().add("nw-wire-rubber");
        line.setMouseTransparent(true);
    }

    @Override
    public void drag(MouseEvent e) {
        Point now = view.toPlane(e);
        if (!moving) {
            if (now.distance(start) * view.viewport().zoom() < TREMBLE) {
                return;
            }
            begin();
        }
        Aim at = aim(now);
        aim = at;
        Aim landing = at != null && at.verdict().canBeDrawn() ? at : null;
        draw(landing == null ? now : landing.at());
        view.plane().nodes().forEach(n -> n.ports()
                .forEach(p -> p.setTarget(landing != null
                        && p.spot().output() != fixed.output()
                        && p.spot().port().equals(landing.port()))));
        view.hint()
                .show(
                        at == null ? null : at.verdict().words(),
                        at == null || at.verdict().fits(),
                        e.getSceneX(),
                        e.getSceneY());
    }

    private void begin() {
        moving = true;
        Wire wire = taken;
        if (wire != null) {
            view.model().preview(view.model().editor().here().withNetwork(n -> n.minus(wire)));
        }
        for (NodeView node : view.plane().nodes()) {
            boolean takes = node.card().name().equals(fixed.port().node());
            for (PortView port : node.ports()) {
                boolean fits = fits(port.spot());
                takes |= fits;
                port.setDim(!fits);
            }
            node.setDim(!takes);
        }
        view.plane().overlay().getChildren().add(line);
    }

    private boolean fits(Card.Spot spot) {
        boolean own = spot.port().equals(fixed.port()) && spot.output() == fixed.output();
        return own || spot.output() != fixed.output() && verdict(spot.port()).fits();
    }

    private Network network() {
        Network n = view.model().network();
        return taken == null ? n : n.minus(taken);
    }

    private Verdict verdict(Port other) {
        return verdicts.computeIfAbsent(
                other,
                o -> fixed.output()
                        ? Wiring.judge(view.model(), network(), fixed.port(), o, Optional.empty())
                        : Wiring.judge(view.model(), network(), o, fixed.port(), Optional.empty()));
    }

    // the nearest port on the right side of a card, within reach of the pointer; over a card, any of its ports
    private @Nullable Aim aim(Point now) {
        Aim best = null;
        double nearest = SNAP / view.viewport().zoom();
        for (NodeView node : view.plane().nodes()) {
            boolean over = node.card().bounds().contains(now.x(), now.y());
            for (Card.Spot spot :
                    fixed.output() ? node.card().inputs() : node.card().outputs()) {
                double distance = spot.at().distance(now);
                boolean better = best == null || !best.verdict().fits() && fits(spot);
                if (distance < nearest || over && better) {
                    best = new Aim(spot.port(), spot.at(), verdict(spot.port()));
                    nearest = Math.min(nearest, distance);
                }
            }
        }
        return best;
    }

    private void draw(Point end) {
        Point from = fixed.output() ? fixed.at() : end;
        Point to = fixed.output() ? end : fixed.at();
        double bend = Math.max(40, Math.abs(to.x() - from.x()) / 2);
        line.setStartX(from.x());
        line.setStartY(from.y());
        line.setControlX1(from.x() + bend);
        line.setControlY1(from.y());
        line.setControlX2(to.x() - bend);
        line.setControlY2(to.y());
        line.setEndX(to.x());
        line.setEndY(to.y());
    }

    @Override
    public void release(MouseEvent e) {
        if (!moving) {
            return;
        }
        Aim at = aim;
        end();
        if (at != null) {
            if (at.verdict().canBeDrawn()) {
                connect(at.port());
            } else {
                view.model().preview(null);
            }
            return;
        }
        if (view.model().drawing().cards().values().stream().anyMatch(c -> c.bounds()
                .contains(view.toPlane(e).x(), view.toPlane(e).y()))) {
            view.model().preview(null);
        } else if (taken != null) {
            view.model().preview(null);
            view.model().apply(Edits.deleteWire(taken));
        } else {
            view.searches().layerFor(view.toPlane(e), fixed);
        }
    }

    private void connect(Port other) {
        Wire wire = fixed.output() ? new Wire(fixed.port(), other) : new Wire(other, fixed.port());
        CanvasViewModel model = view.model();
        boolean variadic = Wiring.isVariadic(model.registry(), model.network(), wire.to());
        model.preview(null);
        model.apply(taken == null ? Edits.addWire(wire, variadic) : Edits.rewire(taken, wire, variadic));
    }

    @Override
    public void cancel() {
        end();
        view.model().preview(null);
    }

    private void end() {
        view.plane().overlay().getChildren().remove(line);
        view.hint().hide();
        view.plane().nodes().forEach(n -> {
            n.setDim(false);
            n.ports().forEach(p -> {
                p.setDim(false);
                p.setTarget(false);
            });
        });
    }
}
