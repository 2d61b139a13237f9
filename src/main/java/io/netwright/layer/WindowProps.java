package io.netwright.layer;

import io.netwright.tensor.Shape;
import io.netwright.tensor.kernel.Window;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The properties of a window that slides over one, two or three axes behind the channels, and the window itself.
///
/// @param dilation null where the window has no gaps
/// @param pads     how much padding, where `padding` is [#EXPLICIT]
public record WindowProps(
        Prop.IntsProp kernel,
        Prop.IntsProp stride,
        Prop.@Nullable IntsProp dilation,
        Prop.ChoiceProp padding,
        Prop.IntsProp pads) {

    /// No padding.
    public static final String VALID = "valid";
    /// As much as keeps `ceil(size / stride)`; the odd element goes to the end, as in TensorFlow and ONNX's SAME_UPPER.
    public static final String SAME = "same";
    /// All of it before the sequence, so that no place sees what comes after it.
    public static final String CAUSAL = "causal";
    /// As the property `pads` says.
    public static final String EXPLICIT = "explicit";

    private static final int MOST = 1024;

    /// @param axes over how many axes the window slides, 1 to 3
    public static WindowProps ofConvolution(int axes) {
        return new WindowProps(
                numbers("kernel", axes, 3),
                numbers("stride", axes, 1),
                numbers("dilation", axes, 1),
                padding(axes == 1 ? List.of(VALID, SAME, CAUSAL, EXPLICIT) : List.of(VALID, SAME, EXPLICIT)),
                pads(axes));
    }

    /// A window of 2 that moves by 2.
    public static WindowProps ofPool(int axes) {
        return new WindowProps(
                numbers("kernel", axes, 2),
                numbers("stride", axes, 2),
                null,
                padding(List.of(VALID, SAME, EXPLICIT)),
                pads(axes));
    }

    /// A window of 2 that moves by 2 over the large side.
    public static WindowProps ofTransposed(int axes) {
        return new WindowProps(
                numbers("kernel", axes, 2),
                numbers("stride", axes, 2),
                numbers("dilation", axes, 1),
                padding(List.of(VALID, SAME, EXPLICIT)),
                pads(axes));
    }

    private static Prop.IntsProp numbers(String key, int axes, int each) {
        return new Prop.IntsProp(key, Collections.nCopies(axes, each), axes, axes, 1, MOST);
    }

    private static Prop.ChoiceProp padding(List<String> options) {
        return new Prop.ChoiceProp("padding", VALID, options);
    }

    private static Prop.IntsProp pads(int axes) {
        return new Prop.IntsProp("pads", Collections.nCopies(axes, 0), axes, 2 * axes, 0, MOST);
    }

    /// @return the properties in the order of the inspector
    public List<Prop<?>> all() {
        return dilation == null
                ? List.of(kernel, stride, padding, pads)
                : List.of(kernel, stride, padding, pads, dilation);
    }

    private int axes() {
        return kernel.minCount();
    }

    /// @throws LayerException at port `in`, unless the shape is (N, C) and as many axes as the window slides over
    public void requireAxes(Shape shape) {
        if (shape.rank() != axes() + 2) {
            String problem =
                    switch (axes()) {
                        case 1 -> "layers.problem.needsSequence";
                        case 2 -> "layers.problem.needsImage";
                        default -> "layers.problem.needsVolume";
                    };
            throw LayerException.atPort("in", Message.of(problem, shape.toString()));
        }
    }

    /// @param x (N, C, ...)
    /// @return the window as it slides over `x`
    /// @throws LayerException where it does not fit
    public Window over(LayerBuilder b, Shape x) {
        requireAxes(x);
        List<Integer> before = new ArrayList<>();
        List<Integer> after = new ArrayList<>();
        for (int axis = 0; axis < axes(); axis++) {
            int reach = reach(b, axis);
            int length = x.size(2 + axis);
            int step = b.get(stride).get(axis);
            int places = (length + step - 1) / step;
            pad(b, axis, reach, Math.max(0, (places - 1) * step + reach - length), before, after);
            if (reach > length + before.getLast() + after.getLast()) {
                throw LayerException.atProperty(
                        kernel, Message.of("layers.problem.kernelTooLarge", reach, length, x.toString()));
            }
        }
        return window(b, before, after);
    }

    /// As [#over], and no place of the window sees padding alone.
    public Window overPool(LayerBuilder b, Shape x) {
        Window w = over(b, x);
        for (int axis = 0; axis < axes(); axis++) {
            if (Math.max(w.before().get(axis), w.after().get(axis)) >= w.reach(axis)) {
                throw LayerException.atProperty(pads, Message.of("layers.problem.padsTooLarge", w.text()));
            }
        }
        return w;
    }

    /// The window of a transposed convolution: it slides over the large side, of which `x` is the small one. "Same"
    /// makes the large side `size * stride`.
    ///
    /// @param x     (N, C, ...)
    /// @param extra elements at the end of each axis that the window does not reach
    /// @param sizes the sizes of the large side. Modified.
    public Window transposed(LayerBuilder b, Shape x, List<Integer> extra, List<Integer> sizes) {
        requireAxes(x);
        List<Integer> before = new ArrayList<>();
        List<Integer> after = new ArrayList<>();
        for (int axis = 0; axis < axes(); axis++) {
            int reach = reach(b, axis);
            int step = b.get(stride).get(axis);
            pad(b, axis, reach, Math.max(0, reach - step), before, after);
            int covered = (x.size(2 + axis) - 1) * step + reach - before.getLast() - after.getLast();
            boolean same = b.get(padding).equals(SAME);
            int size = same ? x.size(2 + axis) * step : covered + extra.get(axis);
            if (size < 1 || size - covered >= step) {
                throw LayerException.atProperty(pads, Message.of("layers.problem.transposedSize", size, x.toString()));
            }
            sizes.add(size);
        }
        return window(b, before, after);
    }

    private int reach(LayerBuilder b, int axis) {
        int gaps = dilation == null ? 1 : b.get(dilation).get(axis);
        return gaps * (b.get(kernel).get(axis) - 1) + 1;
    }

    private void pad(LayerBuilder b, int axis, int reach, int same, List<Integer> before, List<Integer> after) {
        List<Integer> given = b.get(pads);
        switch (b.get(padding)) {
            case SAME -> {
                before.add(same / 2);
                after.add(same - same / 2);
            }
            case CAUSAL -> {
                before.add(reach - 1);
                after.add(0);
            }
            case EXPLICIT -> {
                boolean both = given.size() == 2 * axes();
                if (!both && given.size() != axes()) {
                    throw LayerException.atProperty(pads, Message.of("layers.problem.padsCount", axes(), 2 * axes()));
                }
                before.add(given.get(axis));
                after.add(given.get(both ? axes() + axis : axis));
            }
            default -> {
                before.add(0);
                after.add(0);
            }
        }
    }

    private Window window(LayerBuilder b, List<Integer> before, List<Integer> after) {
        List<Integer> gaps = dilation == null ? Collections.nCopies(axes(), 1) : b.get(dilation);
        return new Window(b.get(kernel), b.get(stride), gaps, before, after);
    }
}
