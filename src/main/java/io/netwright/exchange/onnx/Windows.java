package io.netwright.exchange.onnx;

import io.netwright.exchange.onnx.proto.AttributeProto;
import io.netwright.op.Conv2d;
import io.netwright.op.MaxPool2d;
import io.netwright.tensor.kernel.Window2d;
import java.util.ArrayList;
import java.util.List;

/// Ops with a window that slides over an image. Padding is always written out, never left to `auto_pad`, which readers
/// do not agree on.
final class Windows {

    private Windows() {}

    static void conv2d(Call c, Conv2d op) {
        List<AttributeProto> attributes = attributes(op.window());
        attributes.add(Attributes.integer("group", op.groups()));
        c.result("Conv", c.in(), attributes.toArray(AttributeProto[]::new));
    }

    static void maxPool2d(Call c, MaxPool2d op) {
        c.result("MaxPool", c.in(), attributes(op.window()).toArray(AttributeProto[]::new));
    }

    private static List<AttributeProto> attributes(Window2d w) {
        List<AttributeProto> list = new ArrayList<>();
        list.add(Attributes.integers("kernel_shape", w.kernelH(), w.kernelW()));
        list.add(Attributes.integers("strides", w.strideH(), w.strideW()));
        list.add(Attributes.integers("pads", w.padTop(), w.padLeft(), w.padBottom(), w.padRight()));
        list.add(Attributes.integers("dilations", w.dilationH(), w.dilationW()));
        return list;
    }
}
