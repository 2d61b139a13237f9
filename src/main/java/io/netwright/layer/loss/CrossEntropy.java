package io.netwright.layer.loss;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.op.Reduce;
import io.netwright.op.Value;
import io.netwright.text.Message;
import java.util.List;

/// Cross-entropy of logits `(N, k)` against class indices `(N)` or class probabilities `(N, k)`, the mean over the
/// batch. It applies the softmax itself, so what comes in are logits.
public final class CrossEntropy implements Layer {

    private static final LayerInfo INFO = new LayerInfo(
            "CrossEntropy",
            Family.LOSS,
            List.of("softmax loss", "log loss", "nll", "classification"),
            "ce",
            "L = -\\sum_i y_i \\ln \\frac{e^{z_i}}{\\sum_j e^{z_j}}",
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
        if (z.shape().rank() != 2) {
            throw LayerException.atPort(
                    "in", Message.of("layers.problem.needsLogits", z.shape().toString()));
        }
        Value y = b.target(z);
        if (!b.targetIsClassIndex()) {
            LossShapes.requireSame(z, y);
        }
        Value perSample = b.apply("ℓ", new io.netwright.op.CrossEntropy(b.targetIsClassIndex()), z, y);
        b.loss(b.apply("L", new Reduce(Reduce.Kind.MEAN, List.of(0), 0), perSample));
    }
}
