package io.netwright.layer.loss;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.layer.Prop;
import io.netwright.op.Binary;
import io.netwright.op.Unary;
import io.netwright.op.Value;
import io.netwright.tensor.kernel.BinaryFn;
import io.netwright.tensor.kernel.UnaryFn;
import io.netwright.text.Message;
import java.util.List;

/// The negative log-likelihood of numbers under a normal distribution whose mean and variance are both predicted,
/// without the constant. Nix and Weigend, 1994.
public final class GaussianNll implements Layer {

    public static final PortInfo VARIANCE = new PortInfo("variance", false);

    /// The least variance that is believed, as in PyTorch.
    public static final Prop.RealProp LEAST = new Prop.RealProp("leastVariance", 1e-6, 1e-12, 1);

    private static final LayerInfo INFO = new LayerInfo(
            "GaussianNLL",
            Family.LOSS,
            List.of("gaussian", "normal", "uncertainty", "variance", "negative log likelihood"),
            "gauss",
            "L = \\frac{1}{2n} \\sum_i \\ln v_i + \\frac{(a_i - y_i)^2}{v_i}",
            List.of(PortInfo.IN, VARIANCE),
            List.of(),
            List.of(LEAST));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value a = b.input("in");
        Value given = b.input(VARIANCE.name());
        if (!given.shape().equals(a.shape())) {
            throw LayerException.atPort(
                    VARIANCE.name(),
                    Message.of(
                            "layers.problem.addShapes",
                            a.shape().toString(),
                            given.shape().toString()));
        }
        Value variance = b.apply("V", new Unary(UnaryFn.AT_LEAST, b.get(LEAST)), given);
        Value square = b.unary("E²", UnaryFn.SQUARE, b.sub("E", a, LossShapes.numbers(b, a)));
        Value ratio = b.apply("Q", new Binary(BinaryFn.DIV), square, variance);
        Value each = b.add("S", b.unary("G", UnaryFn.LOG, variance), ratio);
        b.loss(b.affine("L", LossShapes.mean(b, "M", each), 0.5, 0));
    }
}
