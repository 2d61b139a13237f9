package io.netwright.layer.loss;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.layer.Prop;
import io.netwright.op.Binary;
import io.netwright.op.Reduce;
import io.netwright.op.StepMask;
import io.netwright.op.Value;
import io.netwright.tensor.Shape;
import io.netwright.tensor.kernel.BinaryFn;
import io.netwright.text.Message;
import java.util.List;
import java.util.stream.IntStream;

/// Cross-entropy of logits `(N, k)` against class indices `(N)` or class probabilities `(N, k)`, the mean over the
/// batch; over sequences, `(N, T, k)` against `(N, T)`, the mean over all steps. It applies the softmax itself, so what
/// comes in are logits.
public final class CrossEntropy implements Layer {

    /// Targets of this class do not count: the mean is over the others. -1: all count.
    public static final Prop.IntProp IGNORED = new Prop.IntProp("ignoreIndex", -1, -1, 1 << 24);

    private static final LayerInfo INFO = new LayerInfo(
            "CrossEntropy",
            Family.LOSS,
            List.of("softmax loss", "log loss", "nll", "classification"),
            "ce",
            "L = -\\sum_i y_i \\ln \\frac{e^{z_i}}{\\sum_j e^{z_j}}",
            List.of(PortInfo.IN),
            List.of(),
            List.of(IGNORED));

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
        Value each = b.apply("ℓ", new io.netwright.op.CrossEntropy(b.targetIsClassIndex()), z, y);
        List<Integer> all = IntStream.range(0, rank - 1).boxed().toList();
        if (b.get(IGNORED) < 0 || !b.targetIsClassIndex()) {
            b.loss(b.apply("L", new Reduce(Reduce.Kind.MEAN, all, 0), each));
            return;
        }
        Value steps = rank == 3 ? y : b.reshape("Y", y, Shape.of(z.shape().raw(0), 1));
        Value counted = b.apply("M", new StepMask(b.get(IGNORED)), steps);
        counted = rank == 3 ? counted : b.reshape("M", counted, y.shape());
        Value sum = b.apply("Σℓ", new Reduce(Reduce.Kind.SUM, all, 0), b.mul("Mℓ", counted, each));
        Value count = b.apply("n", new Reduce(Reduce.Kind.SUM, all, 0), counted);
        b.loss(b.apply("L", new Binary(BinaryFn.DIV), sum, count));
    }
}
