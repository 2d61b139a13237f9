package io.netwright.layer.activation;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.op.Unary;
import io.netwright.op.Value;
import io.netwright.tensor.kernel.UnaryFn;
import java.util.List;

/// A sigmoid of three straight pieces, with slope 1/6 as in PyTorch and Keras 3 (older Keras and ONNX's default: 1/5).
public final class HardSigmoid implements Layer {

    private static final LayerInfo INFO = LayerInfo.simple(
            "HardSigmoid",
            Family.ACTIVATION,
            List.of("activation", "hard sigmoid", "piecewise linear"),
            "hardsigmoid",
            "A = \\min(\\max(0, \\frac{x}{6} + \\frac{1}{2}), 1)",
            List.of());

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        b.output("out", gate(b, "A", b.input("in")));
    }

    static Value gate(LayerBuilder b, String label, Value x) {
        Value positive = b.unary("R", UnaryFn.RELU, b.affine("U", x, 1.0 / 6, 0.5));
        return b.apply(label, new Unary(UnaryFn.AT_MOST, 1), positive);
    }
}
