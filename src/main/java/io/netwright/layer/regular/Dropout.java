package io.netwright.layer.regular;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.op.RandomMask;
import io.netwright.op.Value;
import java.util.List;

/// Dropout (Srivastava et al., JMLR 2014), inverted: in training each element is dropped with probability `rate` and
/// the rest scaled by `1 / (1 - rate)`; in evaluation nothing happens.
public final class Dropout implements Layer {

    public static final Prop.RealProp RATE = new Prop.RealProp("rate", 0.5, 0, 0.99);

    private static final LayerInfo INFO = LayerInfo.simple(
            "Dropout",
            Family.REGULARISATION,
            List.of("regularization", "noise", "drop"),
            "dropout",
            "Y = X \\odot M, \\; M \\in \\{0, \\frac{1}{1-p}\\}",
            List.of(RATE));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        double rate = b.get(RATE);
        if (!b.training() || rate == 0) {
            b.output("out", x);
            return;
        }
        b.output("out", b.mul("Y", x, b.apply("M", new RandomMask(rate, x.shape()))));
    }
}
