package io.netwright.layer.merge;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.tensor.kernel.BinaryFn;
import java.util.List;

/// The mean of inputs of one shape, element by element.
public final class Average implements Layer {

    private static final LayerInfo INFO = new LayerInfo(
            "Average",
            Family.MERGE,
            List.of("mean", "ensemble"),
            "average",
            "Y = \\frac{1}{k} (X_1 + X_2 + \\dots)",
            List.of(PortInfo.MANY),
            List.of(PortInfo.OUT),
            List.of());

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        int count = b.inputs("in").size();
        b.output("out", b.affine("Y", Merges.joined(b, BinaryFn.ADD, "S"), 1.0 / count, 0));
    }
}
