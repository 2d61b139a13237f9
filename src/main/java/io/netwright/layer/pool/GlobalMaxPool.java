package io.netwright.layer.pool;

import io.netwright.layer.ChannelShapes;
import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.op.MaxPool;
import io.netwright.op.Value;
import io.netwright.tensor.Shape;
import io.netwright.tensor.kernel.Window;
import java.util.List;

/// The largest value of each channel: `(N, C, ...)` becomes `(N, C)`.
public final class GlobalMaxPool implements Layer {

    private static final LayerInfo INFO = LayerInfo.simple(
            "GlobalMaxPool",
            Family.POOLING,
            List.of("pooling", "global max pooling", "gmp"),
            "gmp",
            "Z_c = \\max_{i,j} X_{c,i,j}",
            List.of());

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        List<Integer> all = ChannelShapes.spatial(x.shape());
        Value largest = b.apply("M", new MaxPool(Window.tiles(all)), x);
        b.output(
                "out",
                b.reshape("Z", largest, Shape.of(x.shape().raw(0), x.shape().raw(1))));
    }
}
