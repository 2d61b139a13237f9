package io.netwright.exchange.onnx;

import io.netwright.exchange.onnx.proto.AttributeProto;
import io.netwright.op.AvgPool;
import io.netwright.op.Conv;
import io.netwright.op.ConvInputGrad;
import io.netwright.op.MaxPool;
import io.netwright.op.Upsample;
import io.netwright.tensor.kernel.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Ops with a window that slides over an image. Padding is always written out, never left to `auto_pad`, which readers
/// do not agree on.
final class Windows {

    private Windows() {}

    static void conv(Call c, Conv op) {
        List<AttributeProto> attributes = attributes(op.window());
        attributes.add(longs("dilations", op.window().dilation()));
        attributes.add(Attributes.integer("group", op.groups()));
        c.result("Conv", c.in(), attributes.toArray(AttributeProto[]::new));
    }

    /// The operator takes the image first; what the window does not reach at the end of the large side is its output
    /// padding.
    static void convTranspose(Call c, ConvInputGrad op) {
        Window w = op.window();
        List<AttributeProto> attributes = attributes(w);
        attributes.add(longs("dilations", w.dilation()));
        attributes.add(Attributes.integer("group", op.groups()));
        List<Integer> rest = IntStream.range(0, w.axes())
                .mapToObj(axis -> op.input().size(2 + axis)
                        + w.before().get(axis)
                        + w.after().get(axis)
                        - w.reach(axis)
                        - (c.shape(1).size(2 + axis) - 1) * w.stride().get(axis))
                .toList();
        attributes.add(longs("output_padding", rest));
        List<String> in = new ArrayList<>(c.in());
        in.set(0, c.in().get(1));
        in.set(1, c.in().get(0));
        c.result("ConvTranspose", in, attributes.toArray(AttributeProto[]::new));
    }

    static void maxPool(Call c, MaxPool op) {
        List<AttributeProto> attributes = attributes(op.window());
        attributes.add(longs("dilations", op.window().dilation()));
        c.result("MaxPool", c.in(), attributes.toArray(AttributeProto[]::new));
    }

    /// Without dilations, which the operator has from opset 19 only and the op never.
    static void avgPool(Call c, AvgPool op) {
        List<AttributeProto> attributes = attributes(op.window());
        attributes.add(Attributes.integer("count_include_pad", op.countPadding() ? 1 : 0));
        c.result("AveragePool", c.in(), attributes.toArray(AttributeProto[]::new));
    }

    /// Says where the centres of pixels are: to nearest pixels it is no matter, but readers differ in their defaults.
    static void upsample(Call c, Upsample op) {
        String scales =
                c.graph().constant(c.instruction().node() + ".scales", new double[] {1, 1, op.rows(), op.cols()}, 4);
        c.result(
                "Resize",
                List.of(c.x(), "", scales),
                Attributes.text("mode", op.linear() ? "linear" : "nearest"),
                Attributes.text("coordinate_transformation_mode", op.linear() ? "half_pixel" : "asymmetric"),
                Attributes.text("nearest_mode", "floor"));
    }

    private static List<AttributeProto> attributes(Window w) {
        List<AttributeProto> list = new ArrayList<>();
        list.add(longs("kernel_shape", w.kernel()));
        list.add(longs("strides", w.stride()));
        list.add(longs(
                "pads", Stream.concat(w.before().stream(), w.after().stream()).toList()));
        return list;
    }

    private static AttributeProto longs(String name, List<Integer> values) {
        return Attributes.integers(
                name, values.stream().mapToLong(Integer::longValue).toArray());
    }
}
