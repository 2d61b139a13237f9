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

/// Cross-entropy that counts less what is already right: each term times `(1 - p)^gamma`, where p is the probability of
/// the right answer. Lin et al., ICCV 2017.
///
/// Of one class among k it takes logits `(N, k)` and a class index, and the softmax; of yes-or-no questions it takes
/// logits of the target's shape, the sigmoid, and `alpha` as the weight of the positive answers.
public final class Focal implements Layer {

    public static final Prop.RealProp GAMMA = new Prop.RealProp("gamma", 2.0, 0, 10);
    public static final Prop.RealProp ALPHA = new Prop.RealProp("balance", 0.25, 0, 1);

    private static final LayerInfo INFO = new LayerInfo(
            "Focal",
            Family.LOSS,
            List.of("focal loss", "imbalanced", "hard examples", "detection"),
            "focal",
            "L = -\\frac{1}{n} \\sum_i \\alpha_i (1 - p_i)^\\gamma \\ln p_i",
            List.of(PortInfo.IN),
            List.of(),
            List.of(GAMMA, ALPHA));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value z = b.input("in");
        Value focused = z.shape().rank() == 2 && z.shape().size(1) > 1 && b.targetIsClassIndex()
                ? ofClasses(b, z)
                : ofAnswers(b, z);
        b.loss(LossShapes.mean(b, "L", focused));
    }

    private static Value ofClasses(LayerBuilder b, Value z) {
        Value entropy = b.apply("H", new io.netwright.op.CrossEntropy(true), z, b.target(z));
        Value right = b.unary("P", UnaryFn.EXP, b.unary("M", UnaryFn.NEGATE, entropy));
        return b.mul("ℓ", entropy, focus(b, b.affine("Q", right, -1, 1)));
    }

    /// The probability of the wrong answer is `p + y - 2 p y`.
    private static Value ofAnswers(LayerBuilder b, Value z) {
        Value y = LossShapes.answers(b, z);
        Value entropy = BceWithLogits.each(b, z, y);
        Value p = b.unary("P", UnaryFn.SIGMOID, z);
        Value both = b.affine("B", b.mul("A", p, y), -2, 0);
        Value wrong = b.add("Q", b.add("S", p, y), both);
        double alpha = b.get(ALPHA);
        Value weight = b.affine("W", y, 2 * alpha - 1, 1 - alpha);
        return b.mul("F", weight, b.mul("K", entropy, focus(b, wrong)));
    }

    private static Value focus(LayerBuilder b, Value wrong) {
        return b.apply("G", new Unary(UnaryFn.POWER, b.get(GAMMA)), wrong);
    }
}
