package io.netwright.layer.loss;

import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.Prop;
import io.netwright.op.Binary;
import io.netwright.op.Reduce;
import io.netwright.op.ScaleColumns;
import io.netwright.op.Value;
import io.netwright.tensor.kernel.BinaryFn;
import io.netwright.text.Message;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Weights of classes, which some losses offer.
final class ClassWeights {

    /// One weight a class; empty means that all classes count the same.
    static final Prop.RealsProp WEIGHTS = new Prop.RealsProp("classWeights", List.of(), 0, 1 << 12, 0, 1e6);

    private ClassWeights() {}

    /// @return `x` with each column multiplied by its class's weight
    static Value weigh(LayerBuilder b, String label, Value x) {
        List<Double> weights = b.get(WEIGHTS);
        if (weights.isEmpty()) {
            return x;
        }
        int classes = x.shape().size(-1);
        if (weights.size() != classes) {
            throw LayerException.atProperty(
                    WEIGHTS, Message.of("layers.problem.classWeights", classes, weights.size()));
        }
        return b.apply(label, new ScaleColumns(weights), x);
    }

    /// What each class index counts: as in PyTorch, the mean over the samples is divided by the sum of their weights.
    ///
    /// @param targets `(..., k)`, weights not included
    /// @return `(...)`; null where each counts 1, as those with class probabilities always do
    static @Nullable Value mass(LayerBuilder b, Value targets) {
        if (b.get(WEIGHTS).isEmpty() || !b.targetIsClassIndex()) {
            return null;
        }
        int last = targets.shape().rank() - 1;
        return b.apply("V", new Reduce(Reduce.Kind.SUM, List.of(last), 0), weigh(b, "G", targets));
    }

    /// @param each    what each sample or step costs, by its weight
    /// @param counted what each counts; null for 1
    static Value mean(LayerBuilder b, Value each, @Nullable Value counted) {
        if (counted == null) {
            return LossShapes.mean(b, "L", each);
        }
        List<Integer> all = IntStream.range(0, each.shape().rank()).boxed().toList();
        Value sum = b.apply("Σℓ", new Reduce(Reduce.Kind.SUM, all, 0), each);
        Value count = b.apply("n", new Reduce(Reduce.Kind.SUM, all, 0), counted);
        return b.apply("L", new Binary(BinaryFn.DIV), sum, count);
    }
}
