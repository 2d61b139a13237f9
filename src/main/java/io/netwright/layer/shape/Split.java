package io.netwright.layer.shape;

import io.netwright.layer.Axes;
import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.layer.Prop;
import io.netwright.op.SliceAxis;
import io.netwright.op.Value;
import io.netwright.text.Message;
import java.util.List;

/// Two parts of one axis, each at a port of its own.
public final class Split implements Layer {

    public static final PortInfo A = new PortInfo("a", false);
    public static final PortInfo B = new PortInfo("b", false);

    /// Steps of the axis that leave at port `a`; 0 means half of them.
    public static final Prop.IntProp FIRST = new Prop.IntProp("first", 0, 0, 1 << 20);

    private static final LayerInfo INFO = new LayerInfo(
            "Split",
            Family.MERGE,
            List.of("chunk", "divide", "halves"),
            "split",
            "[Y_a, Y_b] = X",
            List.of(PortInfo.IN),
            List.of(A, B),
            List.of(Axes.AXIS, FIRST));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        int axis = Axes.of(b, x.shape());
        int size = x.shape().size(axis);
        int first = b.get(FIRST) == 0 ? size / 2 : b.get(FIRST);
        if (first < 1 || first >= size) {
            throw LayerException.atProperty(
                    FIRST, Message.of("layers.problem.split", size, x.shape().toString()));
        }
        b.output(A.name(), b.apply("A", new SliceAxis(axis, 0, first), x));
        b.output(B.name(), b.apply("B", new SliceAxis(axis, first, size - first), x));
    }
}
