package io.netwright.layer.conv;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.layer.WindowProps;
import io.netwright.op.Conv;
import io.netwright.op.Value;
import io.netwright.program.init.Initialiser;
import io.netwright.tensor.kernel.Window;
import java.util.ArrayList;
import java.util.List;

/// A depthwise convolution and a 1 x 1 convolution that mixes its channels (Chollet, CVPR 2017): nearly what a full
/// convolution does, for far fewer weights. The bias is behind the second one, as in Keras.
public final class SeparableConv implements Layer {

    public static final WindowProps WINDOW = WindowProps.ofConvolution(2);

    private static final LayerInfo INFO = LayerInfo.simple(
            "SeparableConv",
            Family.CONVOLUTION,
            List.of("separable convolution", "separableconv2d", "xception", "mobilenet", "pointwise"),
            "sepconv",
            "Z_{f,i,j} = b_f + \\sum_c P_{f,c} \\sum_{u,v} D_{c,u,v} \\, X_{c,\\,si+u,\\,sj+v}",
            props());

    private static List<Prop<?>> props() {
        List<Prop<?>> all = new ArrayList<>(List.of(Convolution.FILTERS));
        all.addAll(WINDOW.all());
        all.addAll(List.of(DepthwiseConv.MULTIPLIER, Convolution.BIAS, Convolution.WEIGHT_INIT, Convolution.BIAS_INIT));
        return all;
    }

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        Window w = WINDOW.over(b, x.shape());
        int channels = x.shape().size(1);
        int between = Math.multiplyExact(channels, b.get(DepthwiseConv.MULTIPLIER));
        int filters = b.get(Convolution.FILTERS);
        Initialiser init = b.get(Convolution.WEIGHT_INIT);
        Value depthwise = b.parameter(
                "depthwise_weight",
                "D",
                Convolution.weight(between, 1, w.kernel()),
                new Initialiser.Fans(w.area(), w.area() * b.get(DepthwiseConv.MULTIPLIER)),
                init,
                Convolution.WEIGHT_INIT);
        Value each = b.apply("H", new Conv(w, channels), x, depthwise);
        Window point = Window.tiles(List.of(1, 1));
        var fans = new Initialiser.Fans(between, filters);
        Value pointwise = b.parameter(
                "pointwise_weight",
                "P",
                Convolution.weight(filters, between, point.kernel()),
                fans,
                init,
                Convolution.WEIGHT_INIT);
        b.output("out", Convolution.biased(b, new Conv(point, 1), each, pointwise, filters, fans));
    }
}
