package io.netwright.layer.shape;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.op.PadAxis;
import io.netwright.op.SliceAxis;
import io.netwright.op.Value;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.List;

/// A border around the last axes of a sample: zeros, the mirrored inside, or the edge gone on with.
public final class Pad implements Layer {

    /// PyTorch's names; its `constant` is `zeros` here.
    public static final Prop.ChoiceProp MODE =
            new Prop.ChoiceProp("mode", "zeros", List.of("zeros", "reflect", "replicate"));

    private static final LayerInfo INFO = LayerInfo.simple(
            "Pad",
            Family.MERGE,
            List.of("padding", "zeropadding2d", "border", "reflection"),
            "pad",
            "Y = \\operatorname{pad}(X)",
            List.of(Edges.BEFORE, Edges.AFTER, MODE));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        int first = Edges.first(b, x.shape());
        for (int i = 0; i < b.get(Edges.BEFORE).size(); i++) {
            int before = b.get(Edges.BEFORE).get(i);
            int after = b.get(Edges.AFTER).get(i);
            if (before + after > 0) {
                x = padded(b, x, first + i, before, after);
            }
        }
        b.output("out", x);
    }

    private static Value padded(LayerBuilder b, Value x, int axis, int before, int after) {
        if (b.get(MODE).equals("zeros")) {
            return b.apply("Y", new PadAxis(axis, before, after), x);
        }
        int size = x.shape().size(axis);
        boolean reflect = b.get(MODE).equals("reflect");
        if (reflect && Math.max(before, after) >= size) {
            throw LayerException.atProperty(
                    Edges.BEFORE,
                    Message.of("layers.problem.reflect", size, x.shape().toString()));
        }
        List<Value> parts = new ArrayList<>();
        for (int i = before; i > 0; i--) {
            parts.add(b.apply("X", new SliceAxis(axis, reflect ? i : 0, 1), x));
        }
        parts.add(x);
        for (int i = 1; i <= after; i++) {
            parts.add(b.apply("X", new SliceAxis(axis, reflect ? size - 1 - i : size - 1, 1), x));
        }
        return b.apply("Y", new io.netwright.op.Concat(axis), parts);
    }
}
