package io.netwright.layer.loss;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.op.Value;
import io.netwright.tensor.kernel.UnaryFn;
import java.util.List;

/// The logarithm of the hyperbolic cosine of the error: about half its square when small, its size when large.
///
/// Written as `e + softplus(-2 e) - ln 2`, which never overflows.
public final class LogCosh implements Layer {

    private static final LayerInfo INFO = new LayerInfo(
            "LogCosh",
            Family.LOSS,
            List.of("log cosh", "robust regression"),
            "logcosh",
            "L = \\frac{1}{n} \\sum_i \\ln \\cosh(a_i - y_i)",
            List.of(PortInfo.IN),
            List.of(),
            List.of(Mse.REDUCTION));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value a = b.input("in");
        Value error = b.sub("E", a, LossShapes.numbers(b, a));
        Value soft = b.unary("S", UnaryFn.SOFTPLUS, b.affine("D", error, -2, 0));
        Value each = b.affine("H", b.add("F", error, soft), 1, -Math.log(2));
        b.loss(LossShapes.reduced(b, "L", each, b.get(Mse.REDUCTION)));
    }
}
