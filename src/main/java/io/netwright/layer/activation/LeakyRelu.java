package io.netwright.layer.activation;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.op.Unary;
import io.netwright.tensor.kernel.UnaryFn;
import java.util.List;

/// A ReLU that lets a small share of negative values through, so that no unit dies.
public final class LeakyRelu implements Layer {

    public static final Prop.RealProp SLOPE = new Prop.RealProp("slope", UnaryFn.LEAKY_RELU.defaultAlpha(), 0, 1);

    private static final LayerInfo INFO = LayerInfo.simple(
            "LeakyReLU",
            Family.ACTIVATION,
            List.of("activation", "leaky rectifier"),
            "lrelu",
            "A = \\max(0, x) + \\alpha \\min(0, x)",
            List.of(SLOPE));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        b.output("out", b.apply("A", new Unary(UnaryFn.LEAKY_RELU, b.get(SLOPE)), b.input("in")));
    }
}
