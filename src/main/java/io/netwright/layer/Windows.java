package io.netwright.layer;

import io.netwright.tensor.Shape;
import io.netwright.tensor.kernel.Window2d;
import io.netwright.text.Message;
import java.util.List;

/// What convolutions and pools share: sliding windows over images.
public final class Windows {

    /// No padding, or as much as keeps `ceil(size / stride)`; the odd pixel of "same" goes to the bottom and right, as
    /// in TensorFlow and ONNX's SAME_UPPER.
    public static final List<String> PADDINGS = List.of("valid", "same");

    private Windows() {}

    /// @throws LayerException at port `in`, unless the shape is (N, C, H, W)
    public static void requireImage(Shape shape) {
        if (shape.rank() != 4) {
            throw LayerException.atPort("in", Message.of("layers.problem.needsImage", shape.toString()));
        }
    }

    /// @param image  (N, C, H, W)
    /// @param kernel the property to blame where the window is larger than the image
    public static Window2d of(
            Shape image,
            List<Integer> size,
            List<Integer> stride,
            List<Integer> dilation,
            String padding,
            Prop<?> kernel) {
        int[] before = new int[2];
        int[] after = new int[2];
        for (int axis = 0; axis < 2; axis++) {
            int length = image.size(2 + axis);
            int reach = dilation.get(axis) * (size.get(axis) - 1) + 1;
            if (padding.equals("same")) {
                int steps = (length + stride.get(axis) - 1) / stride.get(axis);
                int total = Math.max(0, (steps - 1) * stride.get(axis) + reach - length);
                before[axis] = total / 2;
                after[axis] = total - total / 2;
            } else if (reach > length) {
                throw LayerException.atProperty(
                        kernel, Message.of("layers.problem.kernelTooLarge", reach, length, image.toString()));
            }
        }
        return new Window2d(
                size.get(0),
                size.get(1),
                stride.get(0),
                stride.get(1),
                dilation.get(0),
                dilation.get(1),
                before[0],
                before[1],
                after[0],
                after[1]);
    }
}
