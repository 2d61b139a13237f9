package io.netwright.layer.activation;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.op.Unary;
import io.netwright.op.Value;
import io.netwright.tensor.kernel.UnaryFn;
import java.util.List;

/// A ReLU that stops at 6, so that low-precision arithmetic can hold what comes out. Howard et al., 2017 (MobileNets).
public final class Relu6 implements Layer {

    private static final LayerInfo INFO = LayerInfo.simple(
            "ReLU6",
            Family.ACTIVATION,
            List.of("activation", "capped rectifier", "clipped"),
            "relusix",
            "A = \\min(\\max(0, x), 6)",
            List.of());

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value positive = b.unary("R", UnaryFn.RELU, b.input("in"));
        b.output("out", b.apply("A", new Unary(UnaryFn.AT_MOST, 6), positive));
    }
}
