package io.netwright.layer.loss;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.op.Reduce;
import io.netwright.op.Value;
import io.netwright.tensor.Shape;
import io.netwright.tensor.kernel.UnaryFn;
import java.util.List;
import java.util.stream.IntStream;

/// Binary cross-entropy of logits, the mean over all elements; it applies the sigmoid itself.
///
/// Written as `softplus(z) - z y`, which is the same as `-y ln s(z) - (1-y) ln(1 - s(z))` and never overflows.
public final class BceWithLogits implements Layer {

    private static final LayerInfo INFO = new LayerInfo(
            "BCEWithLogits",
            Family.LOSS,
            List.of("binary cross entropy", "logistic loss", "sigmoid loss"),
            "bce",
            "L = \\frac{1}{n} \\sum_i \\ln(1 + e^{z_i}) - z_i y_i",
            List.of(PortInfo.IN),
            List.of(),
            List.of());

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value z = b.input("in");
        Value y = b.target(z);
        if (b.targetIsClassIndex() && z.shape().equals(Shape.batchOf(1))) {
            // two classes, one logit: the index is the probability of the second class
            y = b.reshape("Y", y, z.shape());
        }
        LossShapes.requireSame(z, y);
        Value loss = b.sub("ℓ", b.unary("ln(1+eᶻ)", UnaryFn.SOFTPLUS, z), b.mul("ZY", z, y));
        List<Integer> all = IntStream.range(0, z.shape().rank()).boxed().toList();
        b.loss(b.apply("L", new Reduce(Reduce.Kind.MEAN, all, 0), loss));
    }
}
