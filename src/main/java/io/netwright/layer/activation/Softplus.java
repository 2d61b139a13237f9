package io.netwright.layer.activation;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.op.Value;
import io.netwright.tensor.kernel.UnaryFn;
import java.util.List;

/// A smooth ReLU, always positive; the larger beta is, the closer to ReLU. Dugas et al., NeurIPS 2000.
public final class Softplus implements Layer {

    public static final Prop.RealProp BETA = new Prop.RealProp("beta", 1.0, 1e-3, 1000);

    private static final LayerInfo INFO = LayerInfo.simple(
            "Softplus",
            Family.ACTIVATION,
            List.of("activation", "smooth rectifier"),
            "softplus",
            "A = \\frac{1}{\\beta} \\ln(1 + e^{\\beta x})",
            List.of(BETA));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        double beta = b.get(BETA);
        if (beta == 1) {
            b.output("out", b.unary("A", UnaryFn.SOFTPLUS, x));
            return;
        }
        Value steep = b.unary("S", UnaryFn.SOFTPLUS, b.affine("U", x, beta, 0));
        b.output("out", b.affine("A", steep, 1 / beta, 0));
    }
}
