package io.netwright.compile;

import io.netwright.network.Node;
import io.netwright.network.Port;
import java.util.List;
import java.util.Map;

/// One layer of a network with all its blocks opened and all their copies written out.
///
/// @param node    as it stands in the document
/// @param path    where it is, unique: `block1.2.dense1`
/// @param place   the same without the numbers of copies, which is where it stands in the document: `block1.dense1`
/// @param weights what its parameters are named after: its own path, unless it uses another node's weights or all
///   copies
///                of its block use the same
/// @param owns    whether these are its own, rather than another node's
/// @param frozen  whether it, or a block that it is in, is frozen
/// @param around  the places of the blocks that it is in, from the outermost; of the layer that it is a part of, too
/// @param inputs  by input port, what comes in: outputs of other leaves, in the order of the wires
/// @param bare    by input port that is wired to a port of a block at which nothing comes in, that port
record Leaf(
        Node node,
        String path,
        String place,
        String weights,
        boolean owns,
        boolean frozen,
        List<String> around,
        Map<String, List<Port>> inputs,
        Map<String, Port> bare) {

    /// @return what comes in at an input port
    List<Port> into(String port) {
        return inputs.getOrDefault(port, List.of());
    }
}
