package io.netwright.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// One layer in a network, or a block of layers.
///
/// @param name  unique in its network; names the node's parameters (`dense1.weight`) and the ends of its wires
/// @param type  the layer's type, such as `Dense`; need not be known to any registry
/// @param props only the values that differ from the layer's defaults, in the order set
/// @param block what is inside, for a node of type [Block#TYPE]; null for every other, and for a block that is yet
///   empty
public record Node(
        String name,
        String type,
        SequencedMap<String, PropValue> props,
        @Nullable Block block) {

    /// The property of every layer that says that its weights stay as they are.
    public static final String FROZEN = "frozen";

    /// The property of every layer that names the node whose weights it uses; see [References].
    public static final String SHARES_WITH = "sharesWith";

    public Node {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a node needs a name");
        }
        props = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(props));
    }

    /// A layer.
    public Node(String name, String type, SequencedMap<String, PropValue> props) {
        this(name, type, props, null);
    }

    /// @return a node with every property at its default
    public static Node of(String name, String type) {
        return new Node(name, type, new LinkedHashMap<>());
    }

    /// @return a block that is not repeated
    public static Node of(String name, Block block) {
        return new Node(name, Block.TYPE, new LinkedHashMap<>(), block);
    }

    public boolean isBlock() {
        return type.equals(Block.TYPE);
    }

    /// @return what is inside a block; the empty block where there is nothing
    public Block inside() {
        return Objects.requireNonNullElse(block, Block.EMPTY);
    }

    /// @return how many copies of what is inside a block there are
    public int copies() {
        PropValue repeat = props.get(Block.REPEAT);
        return repeat != null && repeat.plain() instanceof PropValue.Int(long n) && n == (int) n
                ? Math.max(1, (int) n)
                : 1;
    }

    /// @return the node whose weights this one uses, as written; empty where it has its own
    public Optional<String> sharesWith() {
        return props.get(SHARES_WITH) instanceof PropValue.Text(String text) && !text.isBlank()
                ? Optional.of(text)
                : Optional.empty();
    }

    /// @return this node with property `key` set to `value`
    public Node with(String key, PropValue value) {
        var copy = new LinkedHashMap<>(props);
        copy.put(key, value);
        return new Node(name, type, copy, block);
    }

    /// @return this node with property `key` back at its default
    public Node without(String key) {
        var copy = new LinkedHashMap<>(props);
        copy.remove(key);
        return new Node(name, type, copy, block);
    }

    /// @return this node with something else inside
    public Node with(Block inside) {
        return new Node(name, type, props, inside);
    }

    /// @return this node under another name
    public Node named(String newName) {
        return new Node(newName, type, props, block);
    }
}
