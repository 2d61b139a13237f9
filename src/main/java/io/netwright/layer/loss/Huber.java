package io.netwright.layer.loss;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.layer.Prop;
import io.netwright.op.Unary;
import io.netwright.op.Value;
import io.netwright.tensor.kernel.UnaryFn;
import java.util.List;

/// Half the squared error up to `delta`, and straight beyond it. Huber, 1964.
public final class Huber implements Layer {

    public static final Prop.RealProp DELTA = new Prop.RealProp("delta", 1.0, 1e-6, 1e6);

    private static final LayerInfo INFO = new LayerInfo(
            "Huber",
            Family.LOSS,
            List.of("robust regression", "outliers"),
            "huber",
            "L = \\frac{1}{n} \\sum_i c_i (|e_i| - \\frac{c_i}{2}), \\; c_i = \\min(|e_i|, \\delta)",
            List.of(PortInfo.IN),
            List.of(),
            List.of(DELTA, Mse.REDUCTION));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        b.loss(LossShapes.reduced(b, "L", each(b, b.get(DELTA)), b.get(Mse.REDUCTION)));
    }

    /// @return `e^2 / 2` where `|e|` is at most `delta`, else `delta (|e| - delta / 2)`: in both cases `c (|e| - c /
    ///   2)`
    ///     with `c` the smaller of the two
    static Value each(LayerBuilder b, double delta) {
        Value a = b.input("in");
        Value size = b.unary("M", UnaryFn.ABS, b.sub("E", a, LossShapes.numbers(b, a)));
        Value capped = b.apply("C", new Unary(UnaryFn.AT_MOST, delta), size);
        return b.mul("H", capped, b.sub("D", size, b.affine("B", capped, 0.5, 0)));
    }
}
