package io.netwright.layer.core;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.op.Value;
import io.netwright.tensor.Shape;
import java.util.List;

/// Lays a sample's axes out in one row: `(N, C, H, W)` becomes `(N, C*H*W)`, channels outermost.
public final class Flatten implements Layer {

    private static final LayerInfo INFO = LayerInfo.simple(
            "Flatten",
            Family.MERGE,
            List.of("reshape", "vector"),
            "flatten",
            "(C, H, W) \\to C \\cdot H \\cdot W",
            List.of());

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        b.output(
                "out",
                b.reshape("A", x, Shape.of(x.shape().raw(0), x.shape().sample().elementsPerSample())));
    }
}
