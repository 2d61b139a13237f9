package io.netwright.ui.canvas.drawing;

import io.netwright.compile.Compilation;
import io.netwright.edit.Design;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.network.Port;
import io.netwright.network.Position;
import io.netwright.network.Wire;
import io.netwright.tensor.Shape;
import io.netwright.text.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes drawings of designs, one after the other, and takes from the last one what did not change: a dragged node does
/// not cost the routes of wires far away. What it gives does not depend on what it drew before.
///
/// Not thread-safe.
public final class DrawingBuilder {

    private final LayerRegistry registry;
    private Map<Wire, Route> routes = new HashMap<>();
    private Map<String, Rect> rects = Map.of();
    private Map<String, CardMaker.Plan> plans = Map.of();
    private Map<String, Card> cards = Map.of();

    public DrawingBuilder(LayerRegistry registry) {
        this.registry = registry;
    }

    /// @param compilation the latest, which may be of an earlier network; null where there is none yet
    public Drawing draw(Design design, @Nullable Compilation compilation, Messages messages) {
        Network network = design.network();
        plan(design, compilation, messages);
        Map<String, Position> positions = AutoLayout.complete(
                network, design.layout(), name -> planOf(name).size());
        SequencedMap<String, Card> next = new LinkedHashMap<>();
        for (String name : network.nodes().keySet()) {
            Position p = Objects.requireNonNull(positions.get(name));
            next.put(name, card(planOf(name), p, cards.get(name)));
        }
        cards = next;
        return new Drawing(design, next, wires(network, next, compilation));
    }

    /// @return the size of each node's card, for [AutoLayout]
    public Map<String, AutoLayout.Size> sizes(Design design, @Nullable Compilation compilation, Messages messages) {
        plan(design, compilation, messages);
        Map<String, AutoLayout.Size> sizes = new LinkedHashMap<>();
        plans.forEach((name, plan) -> sizes.put(name, plan.size()));
        return sizes;
    }

    private void plan(Design design, @Nullable Compilation compilation, Messages messages) {
        CardMaker maker = new CardMaker(registry, design.network(), compilation, messages);
        Map<String, CardMaker.Plan> next = new HashMap<>();
        design.network().nodes().forEach((name, node) -> next.put(name, maker.plan(node, plans.get(name))));
        plans = next;
    }

    private CardMaker.Plan planOf(String name) {
        return Objects.requireNonNull(plans.get(name));
    }

    // the same card where nothing about it changed, so that whoever shows it sees that at a glance
    private static Card card(CardMaker.Plan plan, Position at, @Nullable Card before) {
        Card made = CardMaker.card(plan, at);
        return before != null && before.equals(made) ? before : made;
    }

    private List<WireLine> wires(Network network, Map<String, Card> cards, @Nullable Compilation compilation) {
        List<Lanes.Line> lines = new ArrayList<>();
        for (Map.Entry<Wire, Route> e : route(network, cards).entrySet()) {
            lines.add(new Lanes.Line(e.getKey().from(), e.getValue()));
        }
        List<Route> spread = Lanes.spread(lines);
        Chips chips = new Chips(cards.values());
        Set<Port> badPorts = badPorts(compilation);
        List<WireLine> wires = new ArrayList<>();
        for (int i = 0; i < spread.size(); i++) {
            Wire wire = network.wires().get(i);
            Shape shape = compilation == null ? null : compilation.shapes().get(wire.from());
            String text = shape == null ? "?" : ShapeText.of(shape);
            Rect place = chips.place(spread.get(i), text);
            wires.add(new WireLine(
                    wire,
                    spread.get(i),
                    place == null ? null : new WireLine.Chip(place, text, shape != null),
                    badPorts.contains(wire.to())));
        }
        return wires;
    }

    private Map<Wire, Route> route(Network network, Map<String, Card> cards) {
        Map<String, Rect> now = new LinkedHashMap<>();
        cards.forEach((name, card) -> now.put(name, card.bounds()));
        RectIndex changed = changed(now);
        Router router = new Router(now.values());
        Map<Wire, Route> result = new LinkedHashMap<>();
        for (Wire wire : network.wires()) {
            Point from = at(cards, wire.from(), true);
            Point to = at(cards, wire.to(), false);
            Route old = routes.get(wire);
            boolean same = old != null
                    && old.points().getFirst().equals(from)
                    && old.points().getLast().equals(to)
                    && !changed.isTaken(
                            Rect.between(from.x(), from.y(), to.x(), to.y()).grow(Router.REACH));
            result.put(wire, same ? old : router.route(from, to));
        }
        routes = result;
        rects = now;
        return result;
    }

    private RectIndex changed(Map<String, Rect> now) {
        RectIndex changed = new RectIndex(List.of());
        Set<String> names = new LinkedHashSet<>(now.keySet());
        names.addAll(rects.keySet());
        for (String name : names) {
            Rect before = rects.get(name);
            Rect after = now.get(name);
            if (!Objects.equals(before, after)) {
                if (before != null) {
                    changed.add(before);
                }
                if (after != null) {
                    changed.add(after);
                }
            }
        }
        return changed;
    }

    private static Point at(Map<String, Card> cards, Port port, boolean output) {
        Card card = Objects.requireNonNull(cards.get(port.node()));
        return card.spot(port, output).orElseThrow().at();
    }

    // inputs whose wires carry something that is not accepted there
    private static Set<Port> badPorts(@Nullable Compilation compilation) {
        Set<Port> ports = new LinkedHashSet<>();
        if (compilation != null) {
            compilation.diagnostics().forEach(d -> {
                if (d.isError() && d.node() != null && d.port() != null) {
                    ports.add(new Port(d.node(), d.port()));
                }
            });
        }
        return ports;
    }
}
