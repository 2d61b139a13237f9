package io.netwright.layer;

import io.netwright.tensor.Shape;
import io.netwright.text.Message;

/// Axes of a sample, which is what people count: 0 is the first one behind the batch.
public final class Axes {

    /// The axis of a sample: 0 is the first after the batch (features, or channels).
    public static final Prop.IntProp AXIS = new Prop.IntProp("axis", 0, 0, 3);

    private Axes() {}

    /// @return the axis of `x` that the property [#AXIS] names
    /// @throws LayerException where `x` has no such axis
    public static int of(LayerBuilder b, Shape x) {
        int axis = b.get(AXIS) + 1;
        if (axis >= x.rank()) {
            throw LayerException.atProperty(AXIS, Message.of("layers.problem.axis", axis - 1, x.toString()));
        }
        return axis;
    }
}
