package io.netwright.layer.merge;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.op.Value;
import java.util.List;

/// The difference of two inputs of one shape, element by element.
public final class Subtract implements Layer {

    public static final PortInfo MINUS = new PortInfo("minus", false);

    private static final LayerInfo INFO = new LayerInfo(
            "Subtract",
            Family.MERGE,
            List.of("minus", "difference"),
            "sub",
            "Y = X_1 - X_2",
            List.of(PortInfo.IN, MINUS),
            List.of(PortInfo.OUT),
            List.of());

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        Value minus = b.input(MINUS.name());
        Merges.requireSame(x, minus, MINUS.name());
        b.output("out", b.sub("Y", x, minus));
    }
}
