package io.netwright.layer.merge;

import io.netwright.layer.Axes;
import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.op.Value;
import java.util.List;

/// Lays its inputs side by side along one axis.
public final class Concat implements Layer {

    private static final LayerInfo INFO = new LayerInfo(
            "Concat",
            Family.MERGE,
            List.of("concatenate", "join", "stack"),
            "concat",
            "Y = [X_1, X_2, \\dots]",
            List.of(PortInfo.MANY),
            List.of(PortInfo.OUT),
            List.of(Axes.AXIS));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        List<Value> in = b.inputs("in");
        int axis = Axes.of(b, in.getFirst().shape());
        b.output("out", in.size() == 1 ? in.getFirst() : b.apply("Y", new io.netwright.op.Concat(axis), in));
    }
}
