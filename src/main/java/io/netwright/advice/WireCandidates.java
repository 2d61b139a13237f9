package io.netwright.advice;

import io.netwright.edit.Edit;
import io.netwright.edit.Edits;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.LayerRegistry;
import io.netwright.layer.PortInfo;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.Wire;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What might help where wires are missing, too many, or run in a circle.
final class WireCandidates {

    private static final int MOST_SOURCES = 3;

    private final LayerRegistry registry;
    private final Network network;
    private final Surroundings around;

    WireCandidates(LayerRegistry registry, Network network, Surroundings around) {
        this.registry = registry;
        this.network = network;
        this.around = around;
    }

    /// Cuts the loop: first where a wire runs against the order in which the nodes were made.
    List<Repair> cycle(String node) {
        Set<String> loop = new LinkedHashSet<>(around.descendants(node));
        loop.retainAll(around.ancestors(node));
        List<String> order = List.copyOf(network.nodes().sequencedKeySet());
        List<Wire> wires = new ArrayList<>(network.wires().stream()
                .filter(w -> loop.contains(w.from().node()) && loop.contains(w.to().node()))
                .toList());
        wires.sort((a, b) -> Integer.compare(span(order, a), span(order, b)));
        List<Repair> found = new ArrayList<>();
        wires.stream().limit(MOST_SOURCES).map(this::cut).forEach(found::add);
        found.add(uncoiled(order));
        return found;
    }

    // every loop has a wire that runs back, however many loops there are
    private Repair uncoiled(List<String> order) {
        Edit all = Edit.of(Message.of("design.fix.uncoil"), d -> d);
        for (Wire w : network.wires()) {
            if (span(order, w) <= 0
                    && around.descendants(w.to().node()).contains(w.from().node())) {
                all = all.then(Edits.deleteWire(w));
            }
        }
        return Repair.of(all, "design.fix.uncoil");
    }

    // the further back, the sooner
    private static int span(List<String> order, Wire w) {
        return order.indexOf(w.to().node()) - order.indexOf(w.from().node());
    }

    private Repair cut(Wire w) {
        return Repair.of(Edits.deleteWire(w), "design.fix.deleteWire", w.from().node(), w.to().node());
    }

    /// Wires an input from what nothing takes yet, the nearest before it first; else from the node before it.
    List<Repair> unwired(String node, @Nullable String port) {
        if (port == null) {
            return List.of();
        }
        Set<String> after = around.descendants(node);
        List<String> order = List.copyOf(network.nodes().sequencedKeySet());
        int mine = order.indexOf(node);
        List<Port> sources = new ArrayList<>(around.looseEnds().stream()
                .filter(p -> !after.contains(p.node()))
                .toList());
        sources.sort((a, b) ->
                Integer.compare(distance(mine, order.indexOf(a.node())), distance(mine, order.indexOf(b.node()))));
        if (sources.isEmpty()) {
            for (int i = mine - 1; i >= 0 && sources.isEmpty(); i--) {
                String before = order.get(i);
                if (!after.contains(before)) {
                    around.outputs(before).stream().findFirst().ifPresent(p -> sources.add(new Port(before, p.name())));
                }
            }
        }
        Port to = new Port(node, port);
        List<Repair> found = new ArrayList<>();
        sources.stream()
                .limit(MOST_SOURCES)
                .forEach(from -> found.add(Repair.of(
                        Edits.addWire(new Wire(from, to), isVariadic(to)), "design.fix.wireFrom", from.node())));
        found.add(Repair.of(Edits.delete(List.of(node)), "design.fix.delete", node));
        return found;
    }

    // what was made before comes before what was made after
    private static int distance(int mine, int other) {
        return other < mine ? mine - other : 1_000_000 + other;
    }

    private boolean isVariadic(Port input) {
        return around.inputs(input.node()).stream().anyMatch(p -> p.name().equals(input.port()) && p.variadic());
    }

    /// Several wires at an input that takes one: added up first, or all but one let go.
    List<Repair> manyWires(String node, @Nullable String port) {
        if (port == null) {
            return List.of();
        }
        Port to = new Port(node, port);
        List<Wire> wires = network.wiresInto(to);
        List<Repair> found = new ArrayList<>();
        for (String type : List.of("Add", "Concat")) {
            registry.find(type)
                    .ifPresent(l -> found.add(Repair.of(joined(l.info(), wires, to), "design.fix.join", type)));
        }
        for (Wire kept : wires) {
            Edit all = null;
            for (Wire w : wires) {
                if (!w.equals(kept)) {
                    all = all == null ? Edits.deleteWire(w) : all.then(Edits.deleteWire(w));
                }
            }
            if (all != null) {
                found.add(Repair.of(all, "design.fix.keepWire", kept.from().node()));
            }
        }
        return found;
    }

    private Edit joined(LayerInfo join, List<Wire> wires, Port to) {
        String name = network.freeName(join.stem());
        PortInfo in = join.inputs().getFirst();
        Edit all = Edits.addNode(join.type(), join.stem(), null);
        for (Wire w : wires) {
            all = all.then(Edits.deleteWire(w))
                    .then(Edits.addWire(new Wire(w.from(), new Port(name, in.name())), in.variadic()));
        }
        return all.then(
                Edits.addWire(new Wire(new Port(name, join.outputs().getFirst().name()), to), false));
    }

    /// A wire at a port that the layer does not have moves to one that it has, or goes.
    List<Repair> noPort(String node, @Nullable String port) {
        if (port == null) {
            return List.of();
        }
        Port stray = new Port(node, port);
        List<Repair> found = new ArrayList<>();
        for (Wire w : network.wires()) {
            if (w.to().equals(stray)) {
                for (PortInfo p : around.inputs(node)) {
                    Wire moved = new Wire(w.from(), new Port(node, p.name()));
                    found.add(Repair.of(Edits.rewire(w, moved, p.variadic()), "design.fix.usePort", p.name()));
                }
                found.add(cut(w));
            } else if (w.from().equals(stray)) {
                for (PortInfo p : around.outputs(node)) {
                    Wire moved = new Wire(new Port(node, p.name()), w.to());
                    found.add(Repair.of(Edits.rewire(w, moved, isVariadic(w.to())), "design.fix.usePort", p.name()));
                }
                found.add(cut(w));
            }
        }
        return found;
    }

    /// Takes a layer of that type out where it stands right before `node`.
    List<Repair> withoutBefore(String node, String type) {
        return around.onlyWireInto(node)
                .map(w -> w.from().node())
                .flatMap(network::node)
                .filter(n -> n.type().equals(type))
                .map(Node::name)
                .map(name -> List.of(Repair.of(Edits.deleteAndReconnect(List.of(name)), "design.fix.remove", name)))
                .orElse(List.of());
    }
}
