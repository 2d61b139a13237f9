package io.netwright.layer.loss;

import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.op.OneHot;
import io.netwright.op.Reduce;
import io.netwright.op.Value;
import io.netwright.tensor.Shape;
import io.netwright.text.Message;
import java.util.List;
import java.util.stream.IntStream;

/// What losses share: what they compare with, and how they become one number.
final class LossShapes {

    private LossShapes() {}

    static void requireSame(Value prediction, Value target) {
        if (!prediction.shape().equals(target.shape())) {
            throw LayerException.atPort(
                    "in",
                    Message.of(
                            "layers.problem.targetShape",
                            prediction.shape().toString(),
                            target.shape().toString()));
        }
    }

    /// @return the target, which is numbers of the prediction's shape
    static Value numbers(LayerBuilder b, Value prediction) {
        Value y = b.target(prediction);
        if (b.targetIsClassIndex()) {
            throw LayerException.atPort("in", Message.of("layers.problem.mseOnClasses"));
        }
        requireSame(prediction, y);
        return y;
    }

    /// @return the target of yes-or-no questions, of the prediction's shape. Where there is one question and the target
    ///     is one of two classes, the class's index is the probability of the second one
    static Value answers(LayerBuilder b, Value prediction) {
        Value y = b.target(prediction);
        if (b.targetIsClassIndex() && prediction.shape().equals(Shape.batchOf(1))) {
            y = b.reshape("Y", y, prediction.shape());
        }
        requireSame(prediction, y);
        return y;
    }

    /// @param scores `(N, k)`
    /// @return the target as one probability a class, which for a class index is 1 for that class
    static Value probabilities(LayerBuilder b, Value scores) {
        if (scores.shape().rank() != 2) {
            throw LayerException.atPort(
                    "in",
                    Message.of("layers.problem.needsLogits", scores.shape().toString()));
        }
        return probabilities(b, scores, b.target(scores));
    }

    /// @param scores `(..., k)`
    /// @param y      class indices `(...)` or probabilities `(..., k)`
    static Value probabilities(LayerBuilder b, Value scores, Value y) {
        if (b.targetIsClassIndex()) {
            return b.apply("T", new OneHot(scores.shape().size(-1)), y);
        }
        requireSame(scores, y);
        return y;
    }

    /// @return the mean over all elements
    static Value mean(LayerBuilder b, String label, Value each) {
        List<Integer> all = IntStream.range(0, each.shape().rank()).boxed().toList();
        return b.apply(label, new Reduce(Reduce.Kind.MEAN, all, 0), each);
    }

    /// @return for each sample the sum of its elements, `(N)`
    static Value perSample(LayerBuilder b, String label, Value each) {
        if (each.shape().rank() == 1) {
            return each;
        }
        List<Integer> inner = IntStream.range(1, each.shape().rank()).boxed().toList();
        return b.apply(label, new Reduce(Reduce.Kind.SUM, inner, 0), each);
    }

    /// @param reduction as in [Mse#REDUCTION]
    static Value reduced(LayerBuilder b, String label, Value each, String reduction) {
        return mean(b, label, reduction.equals("mean") ? each : perSample(b, "ℓ", each));
    }
}
