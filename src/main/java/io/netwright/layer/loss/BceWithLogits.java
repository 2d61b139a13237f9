package io.netwright.layer.loss;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.layer.Prop;
import io.netwright.op.ScaleColumns;
import io.netwright.op.Value;
import io.netwright.tensor.kernel.UnaryFn;
import io.netwright.text.Message;
import java.util.List;

/// Binary cross-entropy of logits, the mean over all elements; it applies the sigmoid itself.
///
/// Written as `softplus(z) - z y`, which is the same as `-y ln s(z) - (1-y) ln(1 - s(z))` and never overflows; with a
/// weight w of the positive answers as `(1 - y) z + (1 + (w - 1) y) softplus(-z)`.
public final class BceWithLogits implements Layer {

    /// PyTorch's `pos_weight`: one for all outputs or one each; empty means 1.
    public static final Prop.RealsProp POSITIVE_WEIGHT =
            new Prop.RealsProp("positiveWeight", List.of(), 0, 1 << 12, 0, 1e6);

    private static final LayerInfo INFO = new LayerInfo(
            "BCEWithLogits",
            Family.LOSS,
            List.of("binary cross entropy", "logistic loss", "sigmoid loss"),
            "bce",
            "L = \\frac{1}{n} \\sum_i \\ln(1 + e^{z_i}) - z_i y_i",
            List.of(PortInfo.IN),
            List.of(),
            List.of(POSITIVE_WEIGHT));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value z = b.input("in");
        Value y = LossShapes.answers(b, z);
        List<Double> weights = b.get(POSITIVE_WEIGHT);
        b.loss(LossShapes.mean(b, "L", weights.isEmpty() ? each(b, z, y) : weighted(b, z, y, weights)));
    }

    static Value each(LayerBuilder b, Value z, Value y) {
        return b.sub("ℓ", b.unary("ln(1+eᶻ)", UnaryFn.SOFTPLUS, z), b.mul("ZY", z, y));
    }

    private static Value weighted(LayerBuilder b, Value z, Value y, List<Double> weights) {
        int outputs = z.shape().size(-1);
        if (weights.size() != 1 && weights.size() != outputs) {
            throw LayerException.atProperty(
                    POSITIVE_WEIGHT, Message.of("layers.problem.classWeights", outputs, weights.size()));
        }
        List<Double> more = weights.stream().map(w -> w - 1).toList();
        Value extra = more.size() == 1
                ? b.affine("V", y, more.getFirst(), 1)
                : b.affine("V", b.apply("U", new ScaleColumns(more), y), 1, 1);
        Value soft = b.unary("S", UnaryFn.SOFTPLUS, b.unary("M", UnaryFn.NEGATE, z));
        return b.add("ℓ", b.mul("A", b.affine("N", y, -1, 1), z), b.mul("B", extra, soft));
    }
}
