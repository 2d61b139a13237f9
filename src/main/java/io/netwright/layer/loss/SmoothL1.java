package io.netwright.layer.loss;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.layer.Prop;
import io.netwright.op.Value;
import java.util.List;

/// Absolute error with a round bottom: squared up to `beta`, straight beyond it, with slope 1 there whatever beta is.
/// Girshick, ICCV 2015.
public final class SmoothL1 implements Layer {

    public static final Prop.RealProp BETA = new Prop.RealProp("beta", 1.0, 1e-6, 1e6);

    private static final LayerInfo INFO = new LayerInfo(
            "SmoothL1",
            Family.LOSS,
            List.of("smooth absolute error", "robust regression", "bounding box"),
            "smoothl",
            "L = \\frac{1}{\\beta n} \\sum_i c_i (|e_i| - \\frac{c_i}{2}), \\; c_i = \\min(|e_i|, \\beta)",
            List.of(PortInfo.IN),
            List.of(),
            List.of(BETA, Mse.REDUCTION));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        double beta = b.get(BETA);
        Value each = b.affine("S", Huber.each(b, beta), 1 / beta, 0);
        b.loss(LossShapes.reduced(b, "L", each, b.get(Mse.REDUCTION)));
    }
}
