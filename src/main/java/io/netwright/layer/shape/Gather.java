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
import java.util.ArrayList;
import java.util.List;

/// Chosen steps of one axis, in the order in which they are listed; one may be listed several times.
public final class Gather implements Layer {

    public static final Prop.IntsProp INDICES = new Prop.IntsProp("indices", List.of(0), 1, 256, 0, 1 << 20);

    private static final LayerInfo INFO = LayerInfo.simple(
            "Gather",
            Family.MERGE,
            List.of("index select", "take", "pick", "reorder"),
            "gather",
            "Y_i = X_{k_i}",
            List.of(Axes.AXIS, INDICES));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    /// Neighbours that are listed in order are one slice.
    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        int axis = Axes.of(b, x.shape());
        List<Integer> indices = b.get(INDICES);
        int size = x.shape().size(axis);
        if (indices.stream().anyMatch(i -> i >= size)) {
            throw LayerException.atProperty(
                    INDICES,
                    Message.of("layers.problem.indices", size, x.shape().toString()));
        }
        List<Value> runs = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= indices.size(); i++) {
            if (i == indices.size() || indices.get(i) != indices.get(i - 1) + 1) {
                runs.add(b.apply("R", new SliceAxis(axis, indices.get(start), i - start), x));
                start = i;
            }
        }
        b.output("out", runs.size() == 1 ? runs.getFirst() : b.apply("Y", new io.netwright.op.Concat(axis), runs));
    }
}
