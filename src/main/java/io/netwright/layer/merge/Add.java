package io.netwright.layer.merge;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.op.Value;
import io.netwright.text.Message;
import java.util.List;

/// The sum of inputs of one shape, element by element; the end of a skip connection.
public final class Add implements Layer {

    private static final LayerInfo INFO = new LayerInfo(
            "Add",
            Family.MERGE,
            List.of("sum", "plus", "residual", "skip"),
            "add",
            "Y = X_1 + X_2 + \\dots",
            List.of(PortInfo.MANY),
            List.of(PortInfo.OUT),
            List.of());

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        List<Value> in = b.inputs("in");
        Value sum = in.getFirst();
        for (Value next : in.subList(1, in.size())) {
            if (!next.shape().equals(sum.shape())) {
                throw LayerException.atPort(
                        "in",
                        Message.of(
                                "layers.problem.addShapes",
                                sum.shape().toString(),
                                next.shape().toString()));
            }
            sum = b.add("Y", sum, next);
        }
        b.output("out", sum);
    }
}
