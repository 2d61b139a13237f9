package io.netwright.layer;

import io.netwright.network.Node;
import java.util.List;

/// A kind of layer: what it is called, what can be set, and what it computes in terms of ops.
///
/// Stateless and shared: one instance serves every node of its type. It holds no derivative and knows no screen.
public interface Layer {

    LayerInfo info();

    /// @return the inputs of `node`, which is of this layer: those of [#info], unless the layer lets the node decide
    default List<PortInfo> inputs(Node node) {
        return info().inputs();
    }

    /// @return the outputs of `node`, which is of this layer
    default List<PortInfo> outputs(Node node) {
        return info().outputs();
    }

    /// Says what the layer computes. Called on every change of the document with shapes only, so it is also the layer's
    /// shape inference.
    ///
    /// @throws LayerException          located at a property or port, where the node makes no sense
    /// @throws io.netwright.op.ShapeException where the ops refuse the shapes
    void build(LayerBuilder b);
}
