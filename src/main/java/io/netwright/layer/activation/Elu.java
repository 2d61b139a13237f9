package io.netwright.layer.activation;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.op.Unary;
import io.netwright.tensor.kernel.UnaryFn;
import java.util.List;

/// Smooth to the left of 0, where it approaches `-alpha`. Clevert et al., ICLR 2016.
public final class Elu implements Layer {

    public static final Prop.RealProp ALPHA = new Prop.RealProp("alpha", UnaryFn.ELU.defaultAlpha(), 0, 100);

    private static final LayerInfo INFO = LayerInfo.simple(
            "ELU",
            Family.ACTIVATION,
            List.of("activation", "exponential linear unit"),
            "elu",
            "A = \\max(0, x) + \\min(0, \\alpha (e^x - 1))",
            List.of(ALPHA));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        b.output("out", b.apply("A", new Unary(UnaryFn.ELU, b.get(ALPHA)), b.input("in")));
    }
}
