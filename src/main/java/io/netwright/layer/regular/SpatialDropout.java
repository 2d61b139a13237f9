package io.netwright.layer.regular;

import io.netwright.layer.ChannelShapes;
import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.op.RandomMask;
import io.netwright.op.Value;
import io.netwright.tensor.Shape;
import java.util.List;

/// Dropout of whole channels (Tompson et al., CVPR 2015), over `(N, C)` and one to three axes: neighbouring pixels say
/// the same, so dropping one of them would leave the network what it was.
public final class SpatialDropout implements Layer {

    private static final LayerInfo INFO = LayerInfo.simple(
            "SpatialDropout",
            Family.REGULARISATION,
            List.of("dropout2d", "channel dropout", "regularization", "noise"),
            "sdrop",
            "Y_c = X_c M_c, \\; M_c \\in \\{0, \\frac{1}{1-p}\\}",
            List.of(Dropout.RATE));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        int axes = ChannelShapes.spatial(x.shape()).size();
        double rate = b.get(Dropout.RATE);
        if (!b.training() || rate == 0) {
            b.output("out", x);
            return;
        }
        Shape perChannel = x.shape();
        for (int axis = 2; axis < 2 + axes; axis++) {
            perChannel = perChannel.with(axis, 1);
        }
        b.output("out", b.mul("Y", x, b.apply("M", new RandomMask(rate, perChannel))));
    }
}
