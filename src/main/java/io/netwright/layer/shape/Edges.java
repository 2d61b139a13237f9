package io.netwright.layer.shape;

import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.Prop;
import io.netwright.tensor.Shape;
import io.netwright.text.Message;
import java.util.List;

/// How much is added to or cut off the last axes of a sample, which [Pad] and [Crop] share.
final class Edges {

    /// For each of the last axes, in order.
    static final Prop.IntsProp BEFORE = new Prop.IntsProp("before", List.of(1), 1, 3, 0, 1 << 16);

    static final Prop.IntsProp AFTER = new Prop.IntsProp("after", List.of(1), 1, 3, 0, 1 << 16);

    private Edges() {}

    /// @return the first axis of `x` that the properties are about
    static int first(LayerBuilder b, Shape x) {
        int axes = b.get(BEFORE).size();
        if (axes >= x.rank()) {
            throw LayerException.atProperty(BEFORE, Message.of("layers.problem.axesCount", x.rank() - 1, axes));
        }
        if (axes != b.get(AFTER).size()) {
            throw LayerException.atProperty(
                    AFTER,
                    Message.of("layers.problem.axesCount", axes, b.get(AFTER).size()));
        }
        return x.rank() - axes;
    }
}
