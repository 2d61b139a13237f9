package io.netwright.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes a network down, node after node: each [#add] says what the node takes and gives back what it hands on.
///
/// ```java
/// var s = new Sketch();
/// Port x = s.input("in");
/// Port h = s.add("dense1", "Dense", Map.of("units", PropValue.of(16)), x);
/// s.output("out", s.add("sum", "Add", Map.of(), x, h));
/// Block block = s.block();
/// ```
public final class Sketch {

    private final List<Node> nodes = new ArrayList<>();
    private final List<Wire> wires = new ArrayList<>();

    /// Adds a layer with one input and one output.
    ///
    /// @param props those that differ from the layer's defaults
    /// @param from  what comes in at its port `in`
    /// @return its port `out`
    public Port add(String name, String type, Map<String, PropValue> props, Port... from) {
        Node node = Node.of(name, type);
        // a map has no order of its own, and a document is the same each time
        for (Map.Entry<String, PropValue> prop : new TreeMap<>(props).entrySet()) {
            node = node.with(prop.getKey(), prop.getValue());
        }
        return add(node, from);
    }

    /// Adds a layer with every property at its default.
    public Port add(String name, String type, Port... from) {
        return add(Node.of(name, type), from);
    }

    /// @param from what comes in at its port `in`
    /// @return its port `out`
    public Port add(Node node, Port... from) {
        nodes.add(node);
        for (Port port : from) {
            wire(port, node.name(), "in");
        }
        return new Port(node.name(), "out");
    }

    /// Draws a wire to a port that has another name than `in`.
    public void wire(Port from, String node, String port) {
        wires.add(new Wire(from, new Port(node, port)));
    }

    /// Adds an input of the block.
    ///
    /// @return what comes in there
    public Port input(String name) {
        return add(name, Block.INPUT);
    }

    /// Adds an output of the block.
    ///
    /// @param from what goes out there
    public void output(String name, Port from) {
        add(name, Block.OUTPUT, from);
    }

    public Network network() {
        return new Network(nodes, wires);
    }

    public Block block() {
        return Block.of(network());
    }
}
