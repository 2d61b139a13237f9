package io.netwright.layer.pool;

import io.netwright.layer.ChannelShapes;
import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.op.Reduce;
import io.netwright.op.Value;
import java.util.List;
import java.util.stream.IntStream;

/// The mean of each channel: `(N, C, ...)` becomes `(N, C)`. Lin et al., ICLR 2014.
public final class GlobalAveragePool implements Layer {

    private static final LayerInfo INFO = LayerInfo.simple(
            "GlobalAveragePool",
            Family.POOLING,
            List.of("pooling", "global average pooling", "gap", "mean"),
            "gap",
            "Z_c = \\frac{1}{HW} \\sum_{i,j} X_{c,i,j}",
            List.of());

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        ChannelShapes.spatial(x.shape());
        List<Integer> axes = IntStream.range(2, x.shape().rank()).boxed().toList();
        b.output("out", b.apply("Z", new Reduce(Reduce.Kind.MEAN, axes, 0), x));
    }
}
