package io.netwright.edit;

import io.netwright.network.Block;
import io.netwright.network.Layout;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.Position;
import io.netwright.network.References;
import io.netwright.network.Wire;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts some nodes of a design into a block. Wires keep their order at every port, since that is what a merge goes by.
final class Grouping {

    /// The distance from a card to the next, left to right.
    static final double GAP = 240;

    private final Design design;
    private final Network network;
    private final Set<String> inside;
    private final String name;
    /// By what comes in or goes out, the port of the block.
    private final Map<Port, String> inputs = new LinkedHashMap<>();
    private final Map<Port, String> outputs = new LinkedHashMap<>();

    Grouping(Design design, Set<String> inside, String name, Collection<Port> loose) {
        this.design = design;
        this.network = design.network();
        this.inside = inside;
        this.name = name;
        Set<Port> in = new LinkedHashSet<>();
        Set<Port> out = new LinkedHashSet<>();
        for (Wire w : network.wires()) {
            if (!isInside(w.from()) && isInside(w.to())) {
                in.add(w.from());
            } else if (isInside(w.from()) && !isInside(w.to())) {
                out.add(w.from());
            }
        }
        loose.stream().filter(this::isInside).forEach(out::add);
        name(in, "in", inputs);
        name(out, "out", outputs);
    }

    private boolean isInside(Port port) {
        return inside.contains(port.node());
    }

    /// A single port is called `in` or `out`, as a layer's is. No port is called like a node, so that nobody takes one
    /// for the other.
    private void name(Set<Port> ports, String stem, Map<Port, String> names) {
        int number = 1;
        for (Port port : ports) {
            String wanted = stem;
            while (ports.size() > 1 && wanted.equals(stem)
                    || network.node(wanted).isPresent()) {
                wanted = stem + number++;
            }
            names.put(port, wanted);
        }
    }

    /// From outside, what is inside now has the block's name in front; from inside, what is outside is one network
    /// further out.
    private String led(Node from, int beyond, String path) {
        boolean leadsInside = beyond == 0
                && References.start(network, path)
                        .filter(n -> inside.contains(n.name()))
                        .isPresent();
        if (inside.contains(from.name())) {
            return leadsInside ? path : References.outwards(beyond + 1, path);
        }
        return leadsInside ? name + "." + path : References.outwards(beyond, path);
    }

    Design grouped() {
        Network led = References.rewrite(network, this::led);
        List<Wire> outer = new ArrayList<>();
        List<Wire> inner = new ArrayList<>();
        for (Wire w : network.wires()) {
            boolean from = isInside(w.from());
            boolean to = isInside(w.to());
            if (from && to) {
                inner.add(w);
            } else if (to) {
                String port = inputs.getOrDefault(w.from(), "");
                inner.add(new Wire(new Port(port, "out"), w.to()));
                outer.add(new Wire(w.from(), new Port(name, port)));
            } else if (from) {
                outer.add(new Wire(new Port(name, outputs.getOrDefault(w.from(), "")), w.to()));
            } else {
                outer.add(w);
            }
        }
        outputs.forEach((source, port) -> inner.add(new Wire(source, new Port(port, "in"))));
        List<Node> nodes = new ArrayList<>();
        inputs.values().forEach(port -> nodes.add(Node.of(port, Block.INPUT)));
        led.nodes().values().stream().filter(n -> inside.contains(n.name())).forEach(nodes::add);
        outputs.values().forEach(port -> nodes.add(Node.of(port, Block.OUTPUT)));
        Position corner = corner();
        Block block = new Block(new Network(nodes, inner), innerLayout(corner));
        Network rest = outerNetwork(led, block, new LinkedHashSet<>(outer));
        return design.with(
                rest, corner == null ? design.layout() : design.layout().with(name, corner));
    }

    private Network outerNetwork(Network led, Block block, Collection<Wire> wires) {
        List<Node> nodes = new ArrayList<>();
        boolean placed = false;
        for (Node node : led.nodes().values()) {
            if (!inside.contains(node.name())) {
                nodes.add(node);
            } else if (!placed) {
                nodes.add(Node.of(name, block));
                placed = true;
            }
        }
        return new Network(nodes, wires);
    }

    private @Nullable Position corner() {
        List<Position> positions =
                inside.stream().flatMap(n -> design.layout().of(n).stream()).toList();
        return positions.isEmpty()
                ? null
                : new Position(
                        positions.stream().mapToDouble(Position::x).min().orElseThrow(),
                        positions.stream().mapToDouble(Position::y).min().orElseThrow());
    }

    private Layout innerLayout(@Nullable Position corner) {
        if (corner == null) {
            return Layout.EMPTY;
        }
        var placed = new LinkedHashMap<String, Position>();
        double right = 0;
        for (String node : inside) {
            Position p = design.layout().of(node).orElse(null);
            if (p != null) {
                placed.put(node, p.plus(-corner.x(), -corner.y()));
                right = Math.max(right, p.x() - corner.x());
            }
        }
        int row = 0;
        for (String port : inputs.values()) {
            placed.put(port, new Position(-GAP, row++ * GAP / 2));
        }
        row = 0;
        for (String port : outputs.values()) {
            placed.put(port, new Position(right + GAP, row++ * GAP / 2));
        }
        return new Layout(placed);
    }
}
