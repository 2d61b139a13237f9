package io.netwright.layer.pool;

import io.netwright.layer.LayerBuilder;
import io.netwright.layer.WindowProps;
import io.netwright.op.AvgPool;
import io.netwright.op.Op;
import io.netwright.tensor.kernel.Window;
import java.util.List;

/// The mean of each window of each channel of an image `(N, C, H, W)`.
public final class AvgPool2d extends Pool {

    public AvgPool2d() {
        super(
                WindowProps.ofPool(2),
                "AvgPool2d",
                List.of("pooling", "average pool", "mean pool", "downsample", "subsample"),
                "avgpool",
                "Z_{c,i,j} = \\frac{1}{k} \\sum_{u,v} X_{c,\\,si+u,\\,sj+v}",
                List.of(COUNT_PADDING));
    }

    @Override
    Op op(LayerBuilder b, Window w) {
        return new AvgPool(w, b.get(COUNT_PADDING));
    }
}
