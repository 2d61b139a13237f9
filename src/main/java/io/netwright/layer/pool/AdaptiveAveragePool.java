package io.netwright.layer.pool;

import io.netwright.layer.ChannelShapes;
import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.op.AvgPool;
import io.netwright.op.Concat;
import io.netwright.op.Reduce;
import io.netwright.op.SliceAxis;
import io.netwright.op.Value;
import io.netwright.tensor.kernel.Window;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Means over as many windows as are asked for, whatever comes in: `(N, C, H, W)` becomes `(N, C, h, w)`. Window i of
/// h goes from `floor(i H / h)` to `ceil((i + 1) H / h)`, as in PyTorch, so windows may overlap by one.
public final class AdaptiveAveragePool implements Layer {

    /// One number stands for all axes.
    public static final Prop.IntsProp SIZE = new Prop.IntsProp("outputSize", List.of(1), 1, 3, 1, 256);

    private static final LayerInfo INFO = LayerInfo.simple(
            "AdaptiveAveragePool",
            Family.POOLING,
            List.of("pooling", "adaptive average pooling", "adaptiveavgpool2d", "resize"),
            "aap",
            "Z_{c,i} = \\operatorname{mean}(X_{c,\\,\\lfloor iH/h \\rfloor \\dots \\lceil (i+1)H/h \\rceil})",
            List.of(SIZE));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        List<Integer> from = ChannelShapes.spatial(x.shape());
        List<Integer> to = sizes(b.get(SIZE), from.size());
        boolean even = true;
        List<Integer> kernel = new ArrayList<>();
        for (int axis = 0; axis < from.size(); axis++) {
            even &= from.get(axis) % to.get(axis) == 0;
            kernel.add(from.get(axis) / to.get(axis));
        }
        if (even) {
            b.output("out", b.apply("Z", new AvgPool(Window.tiles(kernel), false), x));
            return;
        }
        // the mean over a box is the mean over one axis of the means over the other
        Value z = x;
        for (int axis = 0; axis < from.size(); axis++) {
            if (!from.get(axis).equals(to.get(axis))) {
                z = along(b, z, 2 + axis, from.get(axis), to.get(axis));
            }
        }
        b.output("out", z);
    }

    private static List<Integer> sizes(List<Integer> given, int axes) {
        if (given.size() == 1) {
            return Collections.nCopies(axes, given.getFirst());
        }
        if (given.size() != axes) {
            throw LayerException.atProperty(SIZE, Message.of("layers.problem.axesCount", axes, given.size()));
        }
        return given;
    }

    private static Value along(LayerBuilder b, Value x, int axis, int from, int to) {
        List<Value> means = new ArrayList<>();
        for (int i = 0; i < to; i++) {
            int start = i * from / to;
            int end = ((i + 1) * from + to - 1) / to;
            Value part = b.apply("X", new SliceAxis(axis, start, end - start), x);
            Value mean = b.apply("M", new Reduce(Reduce.Kind.MEAN, List.of(axis), 0), part);
            means.add(b.reshape("M", mean, x.shape().with(axis, 1)));
        }
        return means.size() == 1 ? means.getFirst() : b.apply("Z", new Concat(axis), means);
    }
}
