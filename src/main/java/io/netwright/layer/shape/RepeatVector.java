package io.netwright.layer.shape;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.op.Broadcast;
import io.netwright.op.Value;
import io.netwright.tensor.Shape;
import io.netwright.text.Message;
import java.util.List;

/// A row of features, repeated as a sequence: `(N, F)` becomes `(N, times, F)`.
public final class RepeatVector implements Layer {

    public static final Prop.IntProp TIMES = new Prop.IntProp("times", 2, 1, 1 << 16);

    private static final LayerInfo INFO = LayerInfo.simple(
            "RepeatVector",
            Family.MERGE,
            List.of("repeat", "tile", "sequence", "decoder"),
            "repeat",
            "Y_t = X",
            List.of(TIMES));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        if (x.shape().rank() != 2) {
            throw LayerException.atPort(
                    "in", Message.of("layers.problem.needsFeatures", x.shape().toString()));
        }
        int features = x.shape().size(1);
        Value step = b.reshape("X", x, Shape.batchOf(1, features));
        b.output("out", b.apply("Y", new Broadcast(Shape.batchOf(b.get(TIMES), features), false, 0), step));
    }
}
