package io.netwright.layer.norm;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.op.Value;
import io.netwright.text.Message;
import java.util.List;

/// Brings each group of channels of each sample to mean 0 and variance 1, over `(N, C)` with any axes behind. Wu and
/// He, ECCV 2018. It does not look at the batch, so training and evaluation are the same.
public final class GroupNorm implements Layer {

    public static final Prop.IntProp GROUPS = new Prop.IntProp("groups", 1, 1, 1 << 16);

    private static final LayerInfo INFO = LayerInfo.simple(
            "GroupNorm",
            Family.NORMALISATION,
            List.of("group normalization", "gn", "normalise", "normalize"),
            "gn",
            "Y = \\gamma \\frac{X - \\mu_g}{\\sqrt{\\sigma_g^2 + \\varepsilon}} + \\beta",
            List.of(GROUPS, BatchNorm.EPSILON, RowNorm.AFFINE));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        if (x.shape().rank() < 2) {
            throw LayerException.atPort(
                    "in", Message.of("layers.problem.needsFeatures", x.shape().toString()));
        }
        int channels = x.shape().size(1);
        if (channels % b.get(GROUPS) != 0) {
            throw LayerException.atProperty(GROUPS, Message.of("layers.problem.normGroups", b.get(GROUPS), channels));
        }
        b.output("out", GroupStatistics.normalise(b, x, b.get(GROUPS), b.get(RowNorm.AFFINE)));
    }
}
