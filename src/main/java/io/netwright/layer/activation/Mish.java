package io.netwright.layer.activation;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.op.Value;
import io.netwright.tensor.kernel.UnaryFn;
import java.util.List;

/// Smooth, and slightly negative left of 0. Misra, BMVC 2020.
public final class Mish implements Layer {

    private static final LayerInfo INFO = LayerInfo.simple(
            "Mish",
            Family.ACTIVATION,
            List.of("activation", "self regularized"),
            "mish",
            "A = x \\tanh(\\ln(1 + e^x))",
            List.of());

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        Value gate = b.unary("T", UnaryFn.TANH, b.unary("S", UnaryFn.SOFTPLUS, x));
        b.output("out", b.mul("A", x, gate));
    }
}
