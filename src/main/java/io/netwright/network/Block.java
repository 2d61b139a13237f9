package io.netwright.network;

import java.util.List;

/// What is inside a block: a network of its own, and where its nodes stand.
///
/// A block's ports are nodes of the inner network. Each node of type [#INPUT] is an input of the block and each of type
/// [#OUTPUT] an output, named like the node and in the order of the nodes. Inside, a [#INPUT] hands on what comes in at
/// its port `out`, and an [#OUTPUT] takes what goes out at its port `in`.
///
/// @param network the layers inside; may hold further blocks
/// @param layout  names no node that the network lacks
public record Block(Network network, Layout layout) {

    /// The type of a node that holds a block.
    public static final String TYPE = "Block";

    /// The type of an inner node that stands for an input of the block.
    public static final String INPUT = "BlockInput";

    /// The type of an inner node that stands for an output of the block.
    public static final String OUTPUT = "BlockOutput";

    /// The property of a node that holds a block: how many copies of it there are.
    public static final String REPEAT = "repeat";

    /// The property of a node that holds a block: whether all copies use the same weights.
    public static final String LINKED = "linked";

    /// The block without nodes, and so without ports.
    public static final Block EMPTY = new Block(Network.EMPTY, Layout.EMPTY);

    public Block {
        layout = layout.within(network);
    }

    /// @return a block whose nodes are yet to be placed
    public static Block of(Network network) {
        return new Block(network, Layout.EMPTY);
    }

    /// @return the names of the input ports
    public List<String> inputs() {
        return ports(INPUT);
    }

    /// @return the names of the output ports
    public List<String> outputs() {
        return ports(OUTPUT);
    }

    private List<String> ports(String type) {
        return network.nodes().values().stream()
                .filter(n -> n.type().equals(type))
                .map(Node::name)
                .toList();
    }
}
