package io.netwright.layer.activation;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import java.util.List;

/// Turns the last axis into probabilities that add up to one.
public final class Softmax implements Layer {

    private static final LayerInfo INFO = LayerInfo.simple(
            "Softmax",
            Family.ACTIVATION,
            List.of("activation", "probabilities", "normalised exponential"),
            "softmax",
            "A_i = \\frac{e^{x_i}}{\\sum_j e^{x_j}}",
            List.of());

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        b.output("out", b.apply("A", new io.netwright.op.Softmax(), b.input("in")));
    }
}
