package io.netwright.ui.canvas;

import io.netwright.edit.Edit;
import io.netwright.edit.Edits;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.network.Port;
import io.netwright.network.Position;
import io.netwright.network.Wire;
import io.netwright.ui.canvas.drawing.AutoLayout;
import io.netwright.ui.canvas.drawing.Card;
import io.netwright.ui.canvas.drawing.CardMetrics;
import io.netwright.ui.canvas.drawing.Drawing;
import io.netwright.ui.canvas.drawing.Point;
import io.netwright.ui.canvas.drawing.Rect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The ways in which a layer comes onto the canvas: at a place, into a wire, at the end of a wire, after a node.
final class Additions {

    /// Between cards that made room for a new one between them.
    private static final double ROOM = 112;

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
        Position at = cornerFor(middle);
        Map<String, Position> moved = Map.of();
        Card source = model.drawing().card(wire.from().node()).orElseThrow();
        Card target = model.drawing().card(wire.to().node()).orElseThrow();
        boolean inRow = target.bounds().x() > source.bounds().right()
                && Math.abs(at.y() - source.bounds().y()) < CardMetrics.HEIGHT
                && Math.abs(target.bounds().y() - source.bounds().y()) < CardMetrics.HEIGHT;
        if (inRow && target.bounds().x() - source.bounds().right() < CardMetrics.WIDTH + 2 * 32) {
            at = AutoLayout.snapped(
                    new Position(source.bounds().right() + ROOM, source.bounds().y()));
            moved = shiftedRow(
                    target, at.x() + CardMetrics.WIDTH + ROOM - target.bounds().x());
        }
        String in = info.inputs().getFirst().name();
        String out = info.outputs().getFirst().name();
        Edit insert = Edits.insertNode(type, info.stem(), at, wire, in, out);
        return apply(moved.isEmpty() ? insert : insert.then(Edits.move(moved)));
    }

    // the card and everything to the right of it in its row
    private Map<String, Position> shiftedRow(Card first, double by) {
        double dx = Math.ceil(by / AutoLayout.GRID) * AutoLayout.GRID;
        Map<String, Position> moved = new LinkedHashMap<>();
        Rect row = first.bounds().grow(CardMetrics.HEIGHT / 2);
        for (Card c : model.drawing().cards().values()) {
            Rect b = c.bounds();
            if (b.x() >= first.bounds().x() && b.y() < row.bottom() && b.bottom() > row.y()) {
                moved.put(c.name(), new Position(b.x() + dx, b.y()));
            }
        }
        return moved;
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
        Drawing drawing = model.drawing();
        List<Rect> cards = drawing.cards().values().stream().map(Card::bounds).toList();
        AutoLayout.Size size = new AutoLayout.Size(CardMetrics.WIDTH, CardMetrics.HEIGHT);
        Set<String> selected = model.selection();
        Card before =
                selected.size() == 1 ? drawing.card(selected.iterator().next()).orElse(null) : null;
        if (before != null && !before.outputs().isEmpty() && fits(info, true)) {
            Position wanted =
                    new Position(before.bounds().right() + ROOM, before.bounds().y());
            Port end = before.outputs().getFirst().port();
            return apply(wired(info, AutoLayout.freePlace(wanted, size, cards), end, true));
        }
        return apply(Edits.addNode(type, info.stem(), AutoLayout.freePlace(cornerFor(middle), size, cards)));
    }

    private boolean apply(Edit edit) {
        return model.apply(edit);
    }
}
