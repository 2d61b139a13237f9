package io.netwright.layer.activation;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.op.Unary;
import io.netwright.op.Value;
import io.netwright.tensor.kernel.UnaryFn;
import java.util.List;

/// An ELU whose slope is continuous whatever alpha is. Barron, 2017.
public final class Celu implements Layer {

    public static final Prop.RealProp ALPHA = new Prop.RealProp("alpha", 1.0, 1e-3, 100);

    private static final LayerInfo INFO = LayerInfo.simple(
            "CELU",
            Family.ACTIVATION,
            List.of("activation", "continuously differentiable exponential linear unit"),
            "celu",
            "A = \\max(0, x) + \\min(0, \\alpha (e^{x / \\alpha} - 1))",
            List.of(ALPHA));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        double alpha = b.get(ALPHA);
        Value scaled = b.affine("U", b.input("in"), 1 / alpha, 0);
        b.output("out", b.affine("A", b.apply("E", new Unary(UnaryFn.ELU, 1), scaled), alpha, 0));
    }
}
