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

/// A convolution over images `(N, C, H, W)` in which each channel has filters of its own and sees no other channel; the
/// weight is `[C * multiplier, 1, kh, kw]`.
public final class DepthwiseConv implements Layer {

    public static final Prop.IntProp MULTIPLIER = new Prop.IntProp("multiplier", 1, 1, 1024);
    public static final WindowProps WINDOW = WindowProps.ofConvolution(2);

    private static final LayerInfo INFO = LayerInfo.simple(
            "DepthwiseConv",
            Family.CONVOLUTION,
            List.of("depthwise convolution", "depthwiseconv2d", "mobilenet", "grouped"),
            "depthwise",
            "Z_{c,i,j} = b_c + \\sum_{u,v} W_{c,u,v} \\, X_{c,\\,si+u,\\,sj+v}",
            props());

    private static List<Prop<?>> props() {
        List<Prop<?>> all = new ArrayList<>(List.of(MULTIPLIER));
        all.addAll(WINDOW.all());
        all.addAll(List.of(Convolution.BIAS, Convolution.WEIGHT_INIT, Convolution.BIAS_INIT));
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
        int filters = Math.multiplyExact(channels, b.get(MULTIPLIER));
        var fans = new Initialiser.Fans(w.area(), w.area() * b.get(MULTIPLIER));
        Value weight = b.parameter(
                "weight",
                "W",
                Convolution.weight(filters, 1, w.kernel()),
                fans,
                b.get(Convolution.WEIGHT_INIT),
                Convolution.WEIGHT_INIT);
        b.output("out", Convolution.biased(b, new Conv(w, channels), x, weight, filters, fans));
    }
}
