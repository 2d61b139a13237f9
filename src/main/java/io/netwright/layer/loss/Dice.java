package io.netwright.layer.loss;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.layer.Prop;
import io.netwright.op.Binary;
import io.netwright.op.Softmax;
import io.netwright.op.Value;
import io.netwright.tensor.kernel.BinaryFn;
import io.netwright.tensor.kernel.UnaryFn;
import java.util.List;

/// One minus twice the overlap of prediction and target over their sum, for each sample. Milletari et al., 3DV 2016. It
/// does not mind how rare the positive pixels are.
///
/// Takes logits of the target's shape and applies the sigmoid itself; where the target is a class index, the softmax
/// over `(N, k)`.
public final class Dice implements Layer {

    /// Added above and below, so that an empty mask that is predicted empty costs nothing.
    public static final Prop.RealProp SMOOTH = new Prop.RealProp("smooth", 1.0, 1e-6, 1000);

    /// Whether raw scores come in, rather than probabilities.
    public static final Prop.BoolProp LOGITS = new Prop.BoolProp("logits", true);

    private static final LayerInfo INFO = new LayerInfo(
            "Dice",
            Family.LOSS,
            List.of("dice loss", "overlap", "f1", "segmentation", "sorensen"),
            "dice",
            "L = 1 - \\frac{2 \\sum_i p_i y_i + s}{\\sum_i p_i + \\sum_i y_i + s}",
            List.of(PortInfo.IN),
            List.of(),
            List.of(SMOOTH, LOGITS));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        boolean classes =
                b.targetIsClassIndex() && x.shape().rank() == 2 && x.shape().size(1) > 1;
        Value y = classes ? LossShapes.probabilities(b, x) : LossShapes.answers(b, x);
        Value p = !b.get(LOGITS) ? x : classes ? b.apply("P", new Softmax(), x) : b.unary("P", UnaryFn.SIGMOID, x);
        double smooth = b.get(SMOOTH);
        Value overlap = LossShapes.perSample(b, "O", b.mul("M", p, y));
        Value total = b.add("T", LossShapes.perSample(b, "A", p), LossShapes.perSample(b, "B", y));
        Value ratio = b.apply(
                "D", new Binary(BinaryFn.DIV), b.affine("U", overlap, 2, smooth), b.affine("V", total, 1, smooth));
        b.loss(LossShapes.mean(b, "L", b.affine("ℓ", ratio, -1, 1)));
    }
}
