package io.netwright.layer.pool;

import io.netwright.layer.LayerBuilder;
import io.netwright.layer.WindowProps;
import io.netwright.op.MaxPool;
import io.netwright.op.Op;
import io.netwright.tensor.kernel.Window;
import java.util.List;

/// The largest value in each window of each channel of a volume `(N, C, D, H, W)`.
public final class MaxPool3d extends Pool {

    public MaxPool3d() {
        super(
                WindowProps.ofPool(3),
                "MaxPool3d",
                List.of("pooling", "max pool", "downsample", "subsample"),
                "pool",
                "Z_{c,h,i,j} = \\max_{t,u,v} X_{c,\\,sh+t,\\,si+u,\\,sj+v}",
                List.of());
    }

    @Override
    Op op(LayerBuilder b, Window w) {
        return new MaxPool(w);
    }
}
