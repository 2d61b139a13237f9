package io.netwright.layer.loss;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.layer.Prop;
import io.netwright.op.Value;
import io.netwright.tensor.Shape;
import io.netwright.tensor.kernel.UnaryFn;
import java.util.List;

/// The margin loss of support vector machines. Of yes-or-no questions it takes raw scores and targets -1 and 1; of one
/// class among k it takes scores `(N, k)` and a class index, and each other class must stay a margin below (Weston and
/// Watkins, 1999; divided by k as in PyTorch).
public final class Hinge implements Layer {

    public static final Prop.RealProp MARGIN = new Prop.RealProp("margin", 1.0, 0, 1000);

    private static final LayerInfo INFO = new LayerInfo(
            "Hinge",
            Family.LOSS,
            List.of("svm", "support vector", "margin", "multimargin"),
            "hinge",
            "L = \\frac{1}{n} \\sum_i \\max(0, m - y_i x_i)",
            List.of(PortInfo.IN),
            List.of(),
            List.of(MARGIN));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        boolean classes =
                b.targetIsClassIndex() && x.shape().rank() == 2 && x.shape().size(1) > 1;
        b.loss(LossShapes.mean(b, "L", classes ? ofClasses(b, x) : ofAnswers(b, x)));
    }

    private static Value ofAnswers(LayerBuilder b, Value x) {
        Value y = LossShapes.answers(b, x);
        Value sign = b.targetIsClassIndex() ? b.affine("S", y, 2, -1) : y;
        return b.unary("ℓ", UnaryFn.RELU, b.affine("H", b.mul("P", sign, x), -1, b.get(MARGIN)));
    }

    private static Value ofClasses(LayerBuilder b, Value x) {
        Value targets = LossShapes.probabilities(b, x);
        Value right = LossShapes.perSample(b, "R", b.mul("P", x, targets));
        Value column = b.reshape("R", right, Shape.batchOf(1));
        Value gap = b.affine("H", b.sub("D", x, column), 1, b.get(MARGIN));
        Value others = b.affine("O", targets, -1, 1);
        return b.mul("ℓ", b.unary("G", UnaryFn.RELU, gap), others);
    }
}
