package io.netwright.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;

/// An immutable graph of nodes and wires.
///
/// Two things always hold, whatever a person does: names are unique, and each wire's two ends are nodes of this
/// network. Everything else (unknown types, missing ports, cycles, shapes that do not fit) is allowed here and judged
/// by `compile`.
///
/// Every method that changes something returns a new network; this one stays as it is.
public final class Network {

    /// The network without nodes.
    public static final Network EMPTY = new Network(List.of(), List.of());

    private final SequencedMap<String, Node> nodes;
    private final List<Wire> wires;

    /// @param nodes in the order in which they are listed and saved
    /// @param wires without repetition
    /// @throws IllegalArgumentException where two nodes share a name, a wire is listed twice or ends at no node
    public Network(Collection<Node> nodes, Collection<Wire> wires) {
        var map = new LinkedHashMap<String, Node>();
        for (Node node : nodes) {
            if (map.put(node.name(), node) != null) {
                throw new IllegalArgumentException("two nodes are named '" + node.name() + "'");
            }
        }
        Set<Wire> seen = new HashSet<>();
        for (Wire wire : wires) {
            for (Port end : List.of(wire.from(), wire.to())) {
                if (!map.containsKey(end.node())) {
                    throw new IllegalArgumentException("wire " + wire + " ends at no node: '" + end.node() + "'");
                }
            }
            if (!seen.add(wire)) {
                throw new IllegalArgumentException("wire " + wire + " is there twice");
            }
        }
        this.nodes = Collections.unmodifiableSequencedMap(map);
        this.wires = List.copyOf(wires);
    }

    /// @return the nodes by name, in order
    public SequencedMap<String, Node> nodes() {
        return nodes;
    }

    /// @return the wires in the order in which they were drawn
    public List<Wire> wires() {
        return wires;
    }

    /// @return the node of that name, if there is one
    public Optional<Node> node(String name) {
        return Optional.ofNullable(nodes.get(name));
    }

    /// @return the wires that end at input port `port`
    public List<Wire> wiresInto(Port port) {
        return wires.stream().filter(w -> w.to().equals(port)).toList();
    }

    /// @return the wires that start at any output of `node`
    public List<Wire> wiresOutOf(String node) {
        return wires.stream().filter(w -> w.from().node().equals(node)).toList();
    }

    /// @return this network and `node`
    /// @throws IllegalArgumentException where the name is taken
    public Network plus(Node node) {
        var list = new ArrayList<>(nodes.values());
        list.add(node);
        return new Network(list, wires);
    }

    /// @return this network and `wire`; this network itself where it has the wire already
    public Network plus(Wire wire) {
        if (wires.contains(wire)) {
            return this;
        }
        var list = new ArrayList<>(wires);
        list.add(wire);
        return new Network(nodes.values(), list);
    }

    /// @return this network without `wire`
    public Network minus(Wire wire) {
        return new Network(
                nodes.values(), wires.stream().filter(w -> !w.equals(wire)).toList());
    }

    /// @return this network without those nodes and every wire that touches one of them
    public Network minus(Collection<String> names) {
        return new Network(
                nodes.values().stream().filter(n -> !names.contains(n.name())).toList(),
                wires.stream()
                        .filter(w -> !names.contains(w.from().node()) && !names.contains(w.to().node()))
                        .toList());
    }

    /// @return this network with the node of that name changed; a change of its name follows on its wires, and in the
    ///     paths of nodes that use its weights
    /// @throws IllegalArgumentException where there is no such node or the new name is taken
    public Network replace(String name, UnaryOperator<Node> change) {
        Node old = node(name).orElseThrow(() -> new IllegalArgumentException("no node '" + name + "'"));
        Node changed = change.apply(old);
        if (changed.name().equals(name)) {
            return new Network(
                    nodes.values().stream()
                            .map(n -> n.name().equals(name) ? changed : n)
                            .toList(),
                    wires);
        }
        Network followed = References.rewrite(
                this,
                (from, beyond, path) -> beyond > 0
                        ? References.outwards(beyond, path)
                        : References.renamed(this, path, name, changed.name()));
        return new Network(
                followed.nodes.values().stream()
                        .map(n -> n.name().equals(name) ? change.apply(n) : n)
                        .toList(),
                wires.stream()
                        .map(w -> new Wire(moved(w.from(), name, changed.name()), moved(w.to(), name, changed.name())))
                        .toList());
    }

    private static Port moved(Port port, String from, String to) {
        return port.node().equals(from) ? new Port(to, port.port()) : port;
    }

    /// @return `stem` with the lowest number from 1 that makes it a free name: `dense1`, `dense2`, ...
    public String freeName(String stem) {
        int n = 1;
        while (nodes.containsKey(stem + n)) {
            n++;
        }
        return stem + n;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Network other
                && List.copyOf(nodes.values()).equals(List.copyOf(other.nodes.values()))
                && wires.equals(other.wires);
    }

    @Override
    public int hashCode() {
        return 31 * nodes.hashCode() + wires.hashCode();
    }

    @Override
    public String toString() {
        return "Network" + nodes.keySet() + wires;
    }
}
