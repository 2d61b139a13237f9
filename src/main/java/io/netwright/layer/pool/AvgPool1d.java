package io.netwright.layer.pool;

import io.netwright.layer.LayerBuilder;
import io.netwright.layer.WindowProps;
import io.netwright.op.AvgPool;
import io.netwright.op.Op;
import io.netwright.tensor.kernel.Window;
import java.util.List;

/// The mean of each window of each channel of a sequence `(N, C, L)`.
public final class AvgPool1d extends Pool {

    public AvgPool1d() {
        super(
                WindowProps.ofPool(1),
                "AvgPool1d",
                List.of("pooling", "average pool", "mean pool", "downsample", "subsample"),
                "avgpool",
                "Z_{c,i} = \\frac{1}{k} \\sum_{u} X_{c,\\,si+u}",
                List.of(COUNT_PADDING));
    }

    @Override
    Op op(LayerBuilder b, Window w) {
        return new AvgPool(w, b.get(COUNT_PADDING));
    }
}
