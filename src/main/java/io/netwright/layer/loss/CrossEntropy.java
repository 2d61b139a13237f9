package io.netwright.layer.loss;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.layer.Prop;
import io.netwright.op.StepMask;
import io.netwright.op.Value;
import io.netwright.tensor.Shape;
import io.netwright.text.Message;
import java.util.List;

/// Cross-entropy of logits `(N, k)` against class indices `(N)` or class probabilities `(N, k)`, the mean over the
/// batch; over sequences, `(N, T, k)` against `(N, T)`, the mean over all steps. It applies the softmax itself, so what
/// comes in are logits.
public final class CrossEntropy implements Layer {

    /// Targets of this class do not count: the mean is over the others. -1: all count.
    public static final Prop.IntProp IGNORED = new Prop.IntProp("ignoreIndex", -1, -1, 1 << 24);

    /// The share of each target that is spread evenly over all classes. Szegedy et al., CVPR 2016.
    public static final Prop.RealProp LABEL_SMOOTHING = new Prop.RealProp("labelSmoothing", 0.0, 0, 1);

    private static final LayerInfo INFO = new LayerInfo(
            "CrossEntropy",
            Family.LOSS,
            List.of("softmax loss", "log loss", "nll", "classification"),
            "ce",
            "L = -\\sum_i y_i \\ln \\frac{e^{z_i}}{\\sum_j e^{z_j}}",
            List.of(PortInfo.IN),
            List.of(),
            List.of(ClassWeights.WEIGHTS, LABEL_SMOOTHING, IGNORED));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value z = b.input("in");
        int rank = z.shape().rank();
        if (rank != 2 && rank != 3) {
            throw LayerException.atPort(
                    "in", Message.of("layers.problem.needsLogits", z.shape().toString()));
        }
        Value y = b.target(z);
        if (!b.targetIsClassIndex()) {
            LossShapes.requireSame(z, y);
        }
        double smoothing = b.get(LABEL_SMOOTHING);
        Value each;
        Value counted = null;
        if (smoothing == 0 && b.get(ClassWeights.WEIGHTS).isEmpty()) {
            each = b.apply("ℓ", new io.netwright.op.CrossEntropy(b.targetIsClassIndex()), z, y);
        } else {
            Value targets = LossShapes.probabilities(b, z, y);
            Value smooth =
                    b.affine("Q", targets, 1 - smoothing, smoothing / z.shape().size(-1));
            each = b.apply("ℓ", new io.netwright.op.CrossEntropy(false), z, ClassWeights.weigh(b, "W", smooth));
            counted = ClassWeights.mass(b, targets);
        }
        if (b.get(IGNORED) >= 0 && b.targetIsClassIndex()) {
            Value kept = kept(b, y);
            each = b.mul("Mℓ", kept, each);
            counted = counted == null ? kept : b.mul("K", kept, counted);
        }
        b.loss(ClassWeights.mean(b, each, counted));
    }

    /// @return 0 for each target that does not count, else 1
    private static Value kept(LayerBuilder b, Value y) {
        boolean steps = y.shape().rank() == 2;
        Value laidOut = steps ? y : b.reshape("Y", y, Shape.of(y.shape().raw(0), 1));
        Value mask = b.apply("M", new StepMask(b.get(IGNORED)), laidOut);
        return steps ? mask : b.reshape("M", mask, y.shape());
    }
}
