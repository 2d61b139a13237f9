package io.netwright.edit;

import io.netwright.network.Network;
import io.netwright.network.Port;
import io.netwright.network.Wire;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// What edits do to wires. The order of wires is part of the document, since it is the order in which a variadic input
/// (a Concat's) takes what comes in; so a wire that takes another's place takes it in the list, too.
final class Wires {

    private Wires() {}

    /// @return the network with `wire`; where its input takes one wire only, without what was there
    static Network add(Network n, Wire wire, boolean variadic) {
        if (variadic || n.wires().contains(wire)) {
            return n.plus(wire);
        }
        List<Wire> there = n.wiresInto(wire.to());
        if (there.isEmpty()) {
            return n.plus(wire);
        }
        var wires = new LinkedHashSet<Wire>();
        for (Wire w : n.wires()) {
            if (w.equals(there.getFirst())) {
                wires.add(wire);
            } else if (!there.contains(w)) {
                wires.add(w);
            }
        }
        return new Network(n.nodes().values(), wires);
    }

    /// @return the network with `next` in the place of `old`; unchanged where `old` is not there
    static Network replace(Network n, Wire old, Wire next) {
        return new Network(
                n.nodes().values(),
                new LinkedHashSet<>(
                        n.wires().stream().map(w -> w.equals(old) ? next : w).toList()));
    }

    /// @return the network where everything that `node` fed is fed by what fed `node`; unchanged where nothing did
    static Network bridge(Network n, String node) {
        Optional<Port> source = n.wires().stream()
                .filter(w -> w.to().node().equals(node) && !w.from().node().equals(node))
                .map(Wire::from)
                .findFirst();
        if (source.isEmpty()) {
            return n;
        }
        var wires = new ArrayList<Wire>();
        for (Wire w : n.wires()) {
            if (!w.touches(node)) {
                wires.add(w);
            } else if (w.from().node().equals(node) && !w.to().node().equals(node)) {
                wires.add(new Wire(source.get(), w.to()));
            }
        }
        return new Network(n.nodes().values(), new LinkedHashSet<>(wires));
    }
}
