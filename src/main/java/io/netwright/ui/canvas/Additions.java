package io.netwright.ui.canvas;

import io.netwright.edit.Edit;
import io.netwright.edit.Edits;
import io.netwright.edit.Room;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.network.Port;
import io.netwright.network.Position;
import io.netwright.network.Wire;
import io.netwright.ui.canvas.drawing.AutoLayout;
import io.netwright.ui.canvas.drawing.Card;
import io.netwright.ui.canvas.drawing.CardMetrics;
import io.netwright.ui.canvas.drawing.Point;
import io.netwright.ui.canvas.drawing.Rect;
import java.util.Optional;
import java.util.Set;

/// The ways in which a layer comes onto the canvas: at a place, into a wire, at the end of a wire, after a node.
final class Additions {

    private final CanvasViewModel model;

    Additions(CanvasViewModel model) {
        this.model = model;
    }

    private Optional<LayerInfo> info(String type) {
        return model.registry().find(type).map(Layer::info);
    }

    /// @return where the upper left corner goes for the middle of the card to be at `middle`
    static Position cornerFor(Point middle) {
        return AutoLayout.snapped(new Position(middle.x() - CardMetrics.WIDTH / 2, middle.y() - CardMetrics.PORT_Y));
    }

    /// Adds the layer with its middle at `middle`.
    ///
    /// @return whether there is such a layer
    boolean add(String type, Point middle) {
        return info(type)
                .map(i -> apply(Edits.addNode(type, i.stem(), cornerFor(middle))))
                .orElse(false);
    }

    /// @return whether the layer can be put into a wire
    boolean canInsert(String type) {
        return info(type)
                .map(i -> !i.inputs().isEmpty() && !i.outputs().isEmpty())
                .orElse(false);
    }

    /// Puts the layer into a wire. Where the cards at its ends stand too close together, the rest of the row moves to
    /// the right.
    boolean insert(String type, Point middle, Wire wire) {
        LayerInfo info = info(type).orElse(null);
        if (info == null || !canInsert(type)) {
            return false;
        }
        Edit insert = Edits.insertNode(
                type,
                info.stem(),
                needsRoom(wire, cornerFor(middle)) ? null : cornerFor(middle),
                wire,
                info.inputs().getFirst().name(),
                info.outputs().getFirst().name());
        return apply(insert);
    }

    /// @return whether the node has no wires yet and could be put into one
    boolean canInsertExisting(String node) {
        return model.network().wires().stream().noneMatch(w -> w.touches(node))
                && model.network().node(node).filter(n -> canInsert(n.type())).isPresent();
    }

    /// Puts a node that has no wires into a wire.
    ///
    /// @param corner where it was dropped
    boolean insertExisting(String node, Position corner, Wire wire) {
        LayerInfo info = model.network().node(node).flatMap(n -> info(n.type())).orElseThrow();
        return apply(Edits.insertExisting(
                node,
                needsRoom(wire, corner) ? null : corner,
                wire,
                info.inputs().getFirst().name(),
                info.outputs().getFirst().name()));
    }

    // dropped between two cards of a row that stand too close together for a third
    private boolean needsRoom(Wire wire, Position at) {
        Rect source = model.drawing().card(wire.from().node()).orElseThrow().bounds();
        Rect target = model.drawing().card(wire.to().node()).orElseThrow().bounds();
        return target.x() > source.right()
                && target.x() - source.right() < CardMetrics.WIDTH + 2 * 32
                && Math.abs(at.y() - source.y()) < CardMetrics.HEIGHT
                && Math.abs(target.y() - source.y()) < CardMetrics.HEIGHT;
    }

    /// @param output whether `end` is an output, so that the layer must have an input
    /// @return whether the layer could stand at the other end of a wire at `end`
    boolean fits(LayerInfo info, boolean output) {
        return !(output ? info.inputs() : info.outputs()).isEmpty();
    }

    /// Adds the layer and a wire between it and `end`.
    ///
    /// @param at     where its port is to be
    /// @param output whether `end` is an output
    boolean addWired(String type, Point at, Port end, boolean output) {
        LayerInfo info = info(type).orElse(null);
        if (info == null || !fits(info, output)) {
            return false;
        }
        double x = output ? at.x() : at.x() - CardMetrics.WIDTH;
        Position corner = AutoLayout.snapped(new Position(x, at.y() - CardMetrics.PORT_Y));
        return apply(wired(info, corner, end, output));
    }

    private Edit wired(LayerInfo info, Position corner, Port end, boolean output) {
        PortInfo port = (output ? info.inputs() : info.outputs()).getFirst();
        Port own = new Port(Edits.NEW, port.name());
        Wire wire = output ? new Wire(end, own) : new Wire(own, end);
        boolean variadic = output ? port.variadic() : Wiring.isVariadic(model.registry(), model.network(), end);
        return Edits.addNodeWired(info.type(), info.stem(), corner, wire, variadic);
    }

    /// Adds the layer without anyone pointing at a place: after the selected node, else near `middle`.
    boolean addSomewhere(String type, Point middle) {
        LayerInfo info = info(type).orElse(null);
        if (info == null) {
            return false;
        }
        Set<String> selected = model.selection();
        Card before = selected.size() == 1
                ? model.drawing().card(selected.iterator().next()).orElse(null)
                : null;
        if (before != null && !before.outputs().isEmpty() && fits(info, true)) {
            return addAfter(type, before.outputs().getFirst());
        }
        return apply(Edits.addNode(type, info.stem(), free(cornerFor(middle))));
    }

    /// Adds the layer to the right of a card and wires it to one of its outputs.
    boolean addAfter(String type, Card.Spot output) {
        Rect card = model.drawing().card(output.port().node()).map(Card::bounds).orElseThrow();
        Position wanted = new Position(card.right() + Room.GAP, card.y());
        return info(type)
                .map(i -> apply(wired(i, free(wanted), output.port(), true)))
                .orElse(false);
    }

    private Position free(Position wanted) {
        return AutoLayout.freePlace(
                wanted,
                new AutoLayout.Size(CardMetrics.WIDTH, CardMetrics.HEIGHT),
                model.drawing().cards().values().stream().map(Card::bounds).toList());
    }

    private boolean apply(Edit edit) {
        return model.apply(edit);
    }
}
