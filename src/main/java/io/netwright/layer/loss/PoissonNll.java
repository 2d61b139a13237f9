package io.netwright.layer.loss;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.layer.Prop;
import io.netwright.op.Value;
import io.netwright.tensor.kernel.UnaryFn;
import java.util.List;

/// The negative log-likelihood of counts under a Poisson distribution, without the term that does not depend on the
/// prediction.
public final class PoissonNll implements Layer {

    /// Whether the logarithm of the rate comes in, as in PyTorch, rather than the rate.
    public static final Prop.BoolProp LOG_INPUT = new Prop.BoolProp("logInput", true);

    private static final double SMALLEST = 1e-8;

    private static final LayerInfo INFO = new LayerInfo(
            "PoissonNLL",
            Family.LOSS,
            List.of("poisson", "counts", "rate", "negative log likelihood"),
            "poisson",
            "L = \\frac{1}{n} \\sum_i e^{x_i} - y_i x_i",
            List.of(PortInfo.IN),
            List.of(),
            List.of(LOG_INPUT));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        Value y = LossShapes.numbers(b, x);
        boolean log = b.get(LOG_INPUT);
        Value rate = log ? b.unary("R", UnaryFn.EXP, x) : x;
        Value logRate = log ? x : b.unary("G", UnaryFn.LOG, b.affine("S", x, 1, SMALLEST));
        b.loss(LossShapes.mean(b, "L", b.sub("ℓ", rate, b.mul("P", y, logRate))));
    }
}
