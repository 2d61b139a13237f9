package io.netwright.layer.conv;

import io.netwright.layer.ChannelShapes;
import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.layer.WindowProps;
import io.netwright.op.Conv;
import io.netwright.op.Op;
import io.netwright.op.Value;
import io.netwright.program.init.Initialiser;
import io.netwright.tensor.Shape;
import io.netwright.tensor.kernel.Window;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.List;

/// What the convolutions over one, two and three axes share (cross-correlations, as the field computes them). The
/// weight is `[filters, C / groups, kernel...]`.
public abstract class Convolution implements Layer {

    public static final Prop.IntProp FILTERS = new Prop.IntProp("filters", 16, 1, 1 << 16);
    public static final Prop.IntProp GROUPS = new Prop.IntProp("groups", 1, 1, 1 << 16);
    public static final Prop.BoolProp BIAS = new Prop.BoolProp("bias", true);
    public static final Prop.InitProp WEIGHT_INIT = new Prop.InitProp("weightInit", new Initialiser.HeNormal());
    public static final Prop.InitProp BIAS_INIT = new Prop.InitProp("biasInit", new Initialiser.Zeros());

    private final WindowProps window;
    private final LayerInfo info;

    Convolution(WindowProps window, String type, List<String> aliases, String formula) {
        List<Prop<?>> props = new ArrayList<>(List.of(FILTERS));
        props.addAll(window.all());
        props.addAll(List.of(GROUPS, BIAS, WEIGHT_INIT, BIAS_INIT));
        this.window = window;
        this.info = LayerInfo.simple(type, Family.CONVOLUTION, aliases, "conv", formula, props);
    }

    @Override
    public final LayerInfo info() {
        return info;
    }

    @Override
    public final void build(LayerBuilder b) {
        Value x = b.input("in");
        window.requireAxes(x.shape());
        int channels = x.shape().size(1);
        int filters = b.get(FILTERS);
        int groups = b.get(GROUPS);
        requireGroups(groups, channels, filters);
        Window w = window.over(b, x.shape());
        var fans = new Initialiser.Fans(channels / groups * w.area(), filters / groups * w.area());
        Shape shape = weight(filters, channels / groups, w.kernel());
        Value weight = b.parameter("weight", "W", shape, fans, b.get(WEIGHT_INIT), WEIGHT_INIT);
        b.output("out", biased(b, new Conv(w, groups), x, weight, filters, fans));
    }

    /// @throws LayerException unless the groups divide both
    static void requireGroups(int groups, int channels, int filters) {
        if (channels % groups != 0 || filters % groups != 0) {
            throw LayerException.atProperty(GROUPS, Message.of("layers.problem.groups", groups, channels, filters));
        }
    }

    /// @return `(filters, channels, kernel...)`
    static Shape weight(int filters, int channels, List<Integer> kernel) {
        int[] sizes = new int[2 + kernel.size()];
        sizes[0] = filters;
        sizes[1] = channels;
        for (int axis = 0; axis < kernel.size(); axis++) {
            sizes[2 + axis] = kernel.get(axis);
        }
        return Shape.of(sizes);
    }

    /// @return `op(a, b)` and, where the layer has one, a bias for each of its channels
    static Value biased(LayerBuilder b, Op op, Value left, Value right, int channels, Initialiser.Fans fans) {
        if (!b.get(BIAS)) {
            return b.apply("Z", op, left, right);
        }
        Value bias = b.parameter("bias", "b", Shape.of(channels), fans, b.get(BIAS_INIT), BIAS_INIT);
        Value product = b.apply(op instanceof Conv ? "X*W" : "W*X", op, left, right);
        return b.add("Z", product, b.reshape("b", bias, ChannelShapes.alongside(product.shape(), channels)));
    }
}
