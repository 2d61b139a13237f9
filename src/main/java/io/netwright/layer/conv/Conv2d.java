package io.netwright.layer.conv;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.layer.Windows;
import io.netwright.op.Value;
import io.netwright.program.init.Initialiser;
import io.netwright.tensor.Shape;
import io.netwright.tensor.kernel.Window2d;
import io.netwright.text.Message;
import java.util.List;

/// A 2-D convolution (cross-correlation, as the field computes it) over `(N, C, H, W)`; the weight is
/// `[filters, C / groups, kh, kw]`.
public final class Conv2d implements Layer {

    public static final Prop.IntProp FILTERS = new Prop.IntProp("filters", 16, 1, 1 << 16);
    public static final Prop.IntsProp KERNEL = new Prop.IntsProp("kernel", List.of(3, 3), 2, 2, 1, 1024);
    public static final Prop.IntsProp STRIDE = new Prop.IntsProp("stride", List.of(1, 1), 2, 2, 1, 1024);
    public static final Prop.ChoiceProp PADDING = new Prop.ChoiceProp("padding", "valid", Windows.PADDINGS);
    public static final Prop.IntsProp DILATION = new Prop.IntsProp("dilation", List.of(1, 1), 2, 2, 1, 1024);
    public static final Prop.IntProp GROUPS = new Prop.IntProp("groups", 1, 1, 1 << 16);
    public static final Prop.BoolProp BIAS = new Prop.BoolProp("bias", true);
    public static final Prop.InitProp WEIGHT_INIT = new Prop.InitProp("weightInit", new Initialiser.HeNormal());
    public static final Prop.InitProp BIAS_INIT = new Prop.InitProp("biasInit", new Initialiser.Zeros());

    private static final LayerInfo INFO = LayerInfo.simple(
            "Conv2d",
            Family.CONVOLUTION,
            List.of("convolution", "cnn", "filter", "conv"),
            "conv",
            "Z_{f,i,j} = b_f + \\sum_{c,u,v} W_{f,c,u,v} \\, X_{c,\\,si+u,\\,sj+v}",
            List.of(FILTERS, KERNEL, STRIDE, PADDING, DILATION, GROUPS, BIAS, WEIGHT_INIT, BIAS_INIT));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        Windows.requireImage(x.shape());
        int channels = x.shape().size(1);
        int filters = b.get(FILTERS);
        int groups = b.get(GROUPS);
        if (channels % groups != 0 || filters % groups != 0) {
            throw LayerException.atProperty(GROUPS, Message.of("layers.problem.groups", groups, channels, filters));
        }
        List<Integer> kernel = b.get(KERNEL);
        Window2d window = Windows.of(x.shape(), kernel, b.get(STRIDE), b.get(DILATION), b.get(PADDING), KERNEL);
        int area = kernel.get(0) * kernel.get(1);
        var fans = new Initialiser.Fans(channels / groups * area, filters / groups * area);
        Value w = b.parameter(
                "weight",
                "W",
                Shape.of(filters, channels / groups, kernel.get(0), kernel.get(1)),
                fans,
                b.get(WEIGHT_INIT),
                WEIGHT_INIT);
        var conv = new io.netwright.op.Conv2d(window, groups);
        if (!b.get(BIAS)) {
            b.output("out", b.apply("Z", conv, x, w));
            return;
        }
        Value bias = b.parameter("bias", "b", Shape.of(filters), fans, b.get(BIAS_INIT), BIAS_INIT);
        Value perChannel = b.reshape("b", bias, Shape.of(filters, 1, 1));
        b.output("out", b.add("Z", b.apply("X*W", conv, x, w), perChannel));
    }
}
