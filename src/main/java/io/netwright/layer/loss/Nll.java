package io.netwright.layer.loss;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.op.Value;
import io.netwright.tensor.kernel.UnaryFn;
import java.util.List;

/// Negative log-likelihood of logarithms of probabilities `(N, k)`, as LogSoftmax gives, against class indices or class
/// probabilities.
public final class Nll implements Layer {

    private static final LayerInfo INFO = new LayerInfo(
            "NLL",
            Family.LOSS,
            List.of("negative log likelihood", "log loss", "classification"),
            "nll",
            "L = -\\sum_i y_i x_i",
            List.of(PortInfo.IN),
            List.of(),
            List.of(ClassWeights.WEIGHTS));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        Value targets = LossShapes.probabilities(b, x);
        Value each = b.mul("P", x, ClassWeights.weigh(b, "W", targets));
        Value perSample = b.unary("ℓ", UnaryFn.NEGATE, LossShapes.perSample(b, "R", each));
        b.loss(ClassWeights.mean(b, perSample, ClassWeights.mass(b, targets)));
    }
}
