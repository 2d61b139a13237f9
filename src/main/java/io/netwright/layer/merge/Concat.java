package io.netwright.layer.merge;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.layer.Prop;
import io.netwright.op.Value;
import io.netwright.text.Message;
import java.util.List;

/// Lays its inputs side by side along one axis.
public final class Concat implements Layer {

    /// The axis of a sample: 0 is the first after the batch (features, or channels).
    public static final Prop.IntProp AXIS = new Prop.IntProp("axis", 0, 0, 3);

    private static final LayerInfo INFO = new LayerInfo(
            "Concat",
            Family.MERGE,
            List.of("concatenate", "join", "stack"),
            "concat",
            "Y = [X_1, X_2, \\dots]",
            List.of(PortInfo.MANY),
            List.of(PortInfo.OUT),
            List.of(AXIS));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        List<Value> in = b.inputs("in");
        int axis = b.get(AXIS) + 1;
        if (axis >= in.getFirst().shape().rank()) {
            throw LayerException.atProperty(
                    AXIS,
                    Message.of(
                            "layers.problem.axis",
                            axis - 1,
                            in.getFirst().shape().toString()));
        }
        b.output("out", in.size() == 1 ? in.getFirst() : b.apply("Y", new io.netwright.op.Concat(axis), in));
    }
}
