package io.netwright.layer.core;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.layer.Prop;
import io.netwright.tensor.Shape;
import io.netwright.text.Message;
import java.util.List;

/// Where the data comes in: one sample is a vector of features, an image (channels, height, width), or any other
/// tensor.
public final class Input implements Layer {

    /// The shape of one sample; empty means: as the data set has it.
    public static final Prop.IntsProp SHAPE = new Prop.IntsProp("shape", List.of(), 0, 4, 1, 1 << 20);

    /// Which of a sample's numbers come in here: from this one on, as many as the shape has. -1: all. It lets the
    /// columns of one data set feed several inputs.
    public static final Prop.IntProp FIRST_FEATURE = new Prop.IntProp("firstFeature", -1, -1, 1 << 20);

    private static final LayerInfo INFO = new LayerInfo(
            "Input",
            Family.INPUT,
            List.of("data", "features", "image", "source"),
            "input",
            "X",
            List.of(),
            List.of(PortInfo.OUT),
            List.of(SHAPE, FIRST_FEATURE));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        List<Integer> wanted = b.get(SHAPE);
        Shape offered = b.dataShape();
        if (wanted.isEmpty()) {
            if (offered == null) {
                throw LayerException.atProperty(SHAPE, Message.of("layers.problem.noInputShape"));
            }
            b.output("out", b.data(offered));
            return;
        }
        Shape shape = Shape.of(wanted.stream().mapToInt(Integer::intValue).toArray());
        int first = b.get(FIRST_FEATURE);
        if (first >= 0) {
            if (offered != null && first + (long) shape.elementsPerSample() > offered.elementsPerSample()) {
                throw LayerException.atProperty(
                        FIRST_FEATURE,
                        Message.of(
                                "layers.problem.inputPart",
                                first,
                                shape.elementsPerSample(),
                                offered.elementsPerSample()));
            }
            b.output("out", b.data(shape, first));
            return;
        }
        if (offered != null && !offered.equals(shape)) {
            throw LayerException.atProperty(
                    SHAPE, Message.of("layers.problem.inputShape", shape.toString(), offered.toString()));
        }
        b.output("out", b.data(shape));
    }
}
