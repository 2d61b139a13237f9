package io.netwright.layer.activation;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.op.Unary;
import io.netwright.op.Value;
import io.netwright.tensor.kernel.UnaryFn;
import java.util.List;

/// An ELU scaled so that values keep mean 0 and variance 1 from layer to layer. Klambauer et al., NeurIPS 2017.
public final class Selu implements Layer {

    /// The paper's alpha.
    public static final double ALPHA = 1.6732632423543772;

    /// The paper's lambda.
    public static final double SCALE = 1.0507009873554805;

    private static final LayerInfo INFO = LayerInfo.simple(
            "SELU",
            Family.ACTIVATION,
            List.of("activation", "scaled exponential linear unit", "self-normalising", "self-normalizing"),
            "selu",
            "A = \\lambda (\\max(0, x) + \\min(0, \\alpha (e^x - 1)))",
            List.of());

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value elu = b.apply("E", new Unary(UnaryFn.ELU, ALPHA), b.input("in"));
        b.output("out", b.affine("A", elu, SCALE, 0));
    }
}
