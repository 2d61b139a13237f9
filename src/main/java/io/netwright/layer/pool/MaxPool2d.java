package io.netwright.layer.pool;

import io.netwright.layer.LayerBuilder;
import io.netwright.layer.WindowProps;
import io.netwright.op.MaxPool;
import io.netwright.op.Op;
import io.netwright.tensor.kernel.Window;
import java.util.List;

/// The largest value in each window of each channel of an image `(N, C, H, W)`.
public final class MaxPool2d extends Pool {

    public MaxPool2d() {
        super(
                WindowProps.ofPool(2),
                "MaxPool2d",
                List.of("pooling", "max pool", "downsample", "subsample"),
                "pool",
                "Z_{c,i,j} = \\max_{u,v} X_{c,\\,si+u,\\,sj+v}",
                List.of());
    }

    @Override
    Op op(LayerBuilder b, Window w) {
        return new MaxPool(w);
    }
}
