package io.netwright.layer.regular;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.op.RandomNormal;
import io.netwright.op.Value;
import java.util.List;

/// Adds normal noise in training, so that the network cannot rely on exact numbers; in evaluation nothing happens.
public final class GaussianNoise implements Layer {

    public static final Prop.RealProp DEVIATION = new Prop.RealProp("deviation", 0.1, 0, 1000);

    private static final LayerInfo INFO = LayerInfo.simple(
            "GaussianNoise",
            Family.REGULARISATION,
            List.of("noise", "regularization", "jitter", "augmentation"),
            "noise",
            "Y = X + \\sigma \\epsilon, \\; \\epsilon \\sim N(0, 1)",
            List.of(DEVIATION));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        double deviation = b.get(DEVIATION);
        if (!b.training() || deviation == 0) {
            b.output("out", x);
            return;
        }
        Value noise = b.apply("E", new RandomNormal(x.shape()));
        b.output("out", b.add("Y", x, b.affine("D", noise, deviation, 0)));
    }
}
