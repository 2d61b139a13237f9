package io.netwright.layer;

import io.netwright.network.Block;

/// A layer that is made of other layers, such as a residual block: it says which, and how they are wired, and computes
/// nothing beyond. Since its parts are a network like any other, a node of this layer can be turned into a [Block] and
/// unpacked without further code; the names of its parameters, `residual1.conv1.weight`, stay the same.
public interface Composite extends Layer {

    /// Says what the layer is made of. Pure: the same properties and shapes give the same parts.
    ///
    /// @return a network whose ports have the names of the layer's ports ([Block#INPUT] and [Block#OUTPUT] nodes)
    /// @throws LayerException located at a property or port, where the node makes no sense
    Block parts(Parts p);

    @Override
    default void build(LayerBuilder b) {
        b.assemble(parts(b));
    }
}
