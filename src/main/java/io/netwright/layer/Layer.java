package io.netwright.layer;

/// A kind of layer: what it is called, what can be set, and what it computes in terms of ops.
///
/// Stateless and shared: one instance serves every node of its type. It holds no derivative and knows no screen.
public interface Layer {

    LayerInfo info();

    /// Says what the layer computes. Called on every change of the document with shapes only, so it is also the layer's
    /// shape inference.
    ///
    /// @throws LayerException          located at a property or port, where the node makes no sense
    /// @throws io.netwright.op.ShapeException where the ops refuse the shapes
    void build(LayerBuilder b);
}
