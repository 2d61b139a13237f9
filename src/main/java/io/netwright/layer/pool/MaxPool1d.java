package io.netwright.layer.pool;

import io.netwright.layer.LayerBuilder;
import io.netwright.layer.WindowProps;
import io.netwright.op.MaxPool;
import io.netwright.op.Op;
import io.netwright.tensor.kernel.Window;
import java.util.List;

/// The largest value in each window of each channel of a sequence `(N, C, L)`.
public final class MaxPool1d extends Pool {

    public MaxPool1d() {
        super(
                WindowProps.ofPool(1),
                "MaxPool1d",
                List.of("pooling", "max pool", "downsample", "subsample"),
                "pool",
                "Z_{c,i} = \\max_{u} X_{c,\\,si+u}",
                List.of());
    }

    @Override
    Op op(LayerBuilder b, Window w) {
        return new MaxPool(w);
    }
}
