package io.netwright.layer.loss;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.op.Value;
import io.netwright.tensor.kernel.UnaryFn;
import java.util.List;

/// Absolute error between prediction and target: far-off targets pull no harder than close ones.
public final class L1 implements Layer {

    private static final LayerInfo INFO = new LayerInfo(
            "L1",
            Family.LOSS,
            List.of("mean absolute error", "mae", "absolute", "regression", "laplace"),
            "mae",
            "L = \\frac{1}{n} \\sum_i |a_i - y_i|",
            List.of(PortInfo.IN),
            List.of(),
            List.of(Mse.REDUCTION));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value a = b.input("in");
        Value error = b.sub("E", a, LossShapes.numbers(b, a));
        b.loss(LossShapes.reduced(b, "L", b.unary("M", UnaryFn.ABS, error), b.get(Mse.REDUCTION)));
    }
}
