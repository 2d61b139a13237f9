package io.netwright.layer.norm;

import io.netwright.layer.ChannelShapes;
import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.op.Value;
import java.util.List;

/// Brings each channel of each sample to mean 0 and variance 1, over `(N, C)` and one to three axes. Ulyanov et al.,
/// 2016. As in PyTorch, it has no learned scale and shift unless asked for, and no running statistics.
public final class InstanceNorm implements Layer {

    public static final Prop.BoolProp AFFINE = new Prop.BoolProp("affine", false);

    private static final LayerInfo INFO = LayerInfo.simple(
            "InstanceNorm",
            Family.NORMALISATION,
            List.of("instance normalization", "contrast normalization", "style transfer"),
            "instnorm",
            "Y = \\gamma \\frac{X - \\mu_c}{\\sqrt{\\sigma_c^2 + \\varepsilon}} + \\beta",
            List.of(BatchNorm.EPSILON, AFFINE));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        ChannelShapes.spatial(x.shape());
        b.output("out", GroupStatistics.normalise(b, x, x.shape().size(1), b.get(AFFINE)));
    }
}
