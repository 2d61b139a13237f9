package io.netwright.layer.shape;

import io.netwright.layer.Axes;
import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.op.SliceAxis;
import io.netwright.op.Value;
import io.netwright.text.Message;
import java.util.List;

/// A run of steps of one axis.
public final class Slice implements Layer {

    public static final Prop.IntProp FROM = new Prop.IntProp("from", 0, 0, 1 << 20);

    /// 0 means: to the end.
    public static final Prop.IntProp LENGTH = new Prop.IntProp("length", 0, 0, 1 << 20);

    private static final LayerInfo INFO = LayerInfo.simple(
            "Slice",
            Family.MERGE,
            List.of("narrow", "range", "cut", "part"),
            "slice",
            "Y = X_{f \\dots f + l - 1}",
            List.of(Axes.AXIS, FROM, LENGTH));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        int axis = Axes.of(b, x.shape());
        int size = x.shape().size(axis);
        int from = b.get(FROM);
        int length = b.get(LENGTH) == 0 ? size - from : b.get(LENGTH);
        if (length < 1 || from + length > size) {
            throw LayerException.atProperty(
                    FROM,
                    Message.of(
                            "op.problem.slice",
                            from,
                            from + length,
                            axis - 1,
                            x.shape().toString()));
        }
        b.output("out", b.apply("Y", new SliceAxis(axis, from, length), x));
    }
}
