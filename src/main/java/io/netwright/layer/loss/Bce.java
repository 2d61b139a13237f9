package io.netwright.layer.loss;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.op.Unary;
import io.netwright.op.Value;
import io.netwright.tensor.kernel.UnaryFn;
import java.util.List;

/// Binary cross-entropy of probabilities, such as a sigmoid gives. BCEWithLogits computes the same from raw scores and
/// is exact where this one is not: probabilities closer than 1e-12 to 0 or 1 count as that close, so that no logarithm
/// is infinite (PyTorch cuts the logarithms off at -100 instead).
public final class Bce implements Layer {

    private static final double CLOSEST = 1e-12;

    private static final LayerInfo INFO = new LayerInfo(
            "BCE",
            Family.LOSS,
            List.of("binary cross entropy", "log loss", "probabilities"),
            "bceprob",
            "L = -\\frac{1}{n} \\sum_i y_i \\ln p_i + (1 - y_i) \\ln(1 - p_i)",
            List.of(PortInfo.IN),
            List.of(),
            List.of());

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value p = b.input("in");
        Value y = LossShapes.answers(b, p);
        Value yes = b.mul("A", y, log(b, "P", p));
        Value no = b.mul("B", b.affine("N", y, -1, 1), log(b, "Q", b.affine("R", p, -1, 1)));
        b.loss(LossShapes.mean(b, "L", b.unary("ℓ", UnaryFn.NEGATE, b.add("S", yes, no))));
    }

    private static Value log(LayerBuilder b, String label, Value p) {
        return b.unary(label, UnaryFn.LOG, b.apply("C", new Unary(UnaryFn.AT_LEAST, CLOSEST), p));
    }
}
