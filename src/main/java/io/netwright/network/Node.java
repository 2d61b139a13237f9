package io.netwright.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// One layer in a network.
///
/// @param name  unique in its network; names the node's parameters (`dense1.weight`) and the ends of its wires
/// @param type  the layer's type, such as `Dense`; need not be known to any registry
/// @param props only the values that differ from the layer's defaults, in the order set
public record Node(String name, String type, SequencedMap<String, PropValue> props) {

    public Node {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a node needs a name");
        }
        props = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(props));
    }

    /// @return a node with every property at its default
    public static Node of(String name, String type) {
        return new Node(name, type, new LinkedHashMap<>());
    }

    /// @return this node with property `key` set to `value`
    public Node with(String key, PropValue value) {
        var copy = new LinkedHashMap<>(props);
        copy.put(key, value);
        return new Node(name, type, copy);
    }

    /// @return this node with property `key` back at its default
    public Node without(String key) {
        var copy = new LinkedHashMap<>(props);
        copy.remove(key);
        return new Node(name, type, copy);
    }

    /// @return this node under another name
    public Node named(String newName) {
        return new Node(newName, type, props);
    }
}
