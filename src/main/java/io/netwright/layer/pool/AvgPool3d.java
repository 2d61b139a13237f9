package io.netwright.layer.pool;

import io.netwright.layer.LayerBuilder;
import io.netwright.layer.WindowProps;
import io.netwright.op.AvgPool;
import io.netwright.op.Op;
import io.netwright.tensor.kernel.Window;
import java.util.List;

/// The mean of each window of each channel of a volume `(N, C, D, H, W)`.
public final class AvgPool3d extends Pool {

    public AvgPool3d() {
        super(
                WindowProps.ofPool(3),
                "AvgPool3d",
                List.of("pooling", "average pool", "mean pool", "downsample", "subsample"),
                "avgpool",
                "Z_{c,h,i,j} = \\frac{1}{k} \\sum_{t,u,v} X_{c,\\,sh+t,\\,si+u,\\,sj+v}",
                List.of(COUNT_PADDING));
    }

    @Override
    Op op(LayerBuilder b, Window w) {
        return new AvgPool(w, b.get(COUNT_PADDING));
    }
}
