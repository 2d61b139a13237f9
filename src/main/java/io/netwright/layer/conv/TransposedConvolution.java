package io.netwright.layer.conv;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.layer.WindowProps;
import io.netwright.op.ConvInputGrad;
import io.netwright.op.Value;
import io.netwright.program.init.Initialiser;
import io.netwright.tensor.Shape;
import io.netwright.tensor.kernel.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What the transposed convolutions over one and two axes share: each element of the input lays down the filter,
/// scaled, and what overlaps is added up. The weight is `[C, filters / groups, kernel...]`, as in PyTorch.
public abstract class TransposedConvolution implements Layer {

    private final WindowProps window;
    private final Prop.IntsProp outputPadding;
    private final LayerInfo info;

    TransposedConvolution(int axes, String type, List<String> aliases, String formula) {
        this.window = WindowProps.ofTransposed(axes);
        this.outputPadding = new Prop.IntsProp("outputPadding", Collections.nCopies(axes, 0), axes, axes, 0, 1023);
        List<Prop<?>> props = new ArrayList<>(List.of(Convolution.FILTERS));
        props.addAll(window.all());
        props.add(outputPadding);
        props.addAll(List.of(Convolution.GROUPS, Convolution.BIAS, Convolution.WEIGHT_INIT, Convolution.BIAS_INIT));
        this.info = LayerInfo.simple(type, Family.CONVOLUTION, aliases, "deconv", formula, props);
    }

    @Override
    public final LayerInfo info() {
        return info;
    }

    @Override
    public final void build(LayerBuilder b) {
        Value x = b.input("in");
        List<Integer> sizes = new ArrayList<>();
        Window w = window.transposed(b, x.shape(), b.get(outputPadding), sizes);
        int channels = x.shape().size(1);
        int filters = b.get(Convolution.FILTERS);
        int groups = b.get(Convolution.GROUPS);
        Convolution.requireGroups(groups, channels, filters);
        var fans = new Initialiser.Fans(channels / groups * w.area(), filters / groups * w.area());
        Value weight = b.parameter(
                "weight",
                "W",
                Convolution.weight(channels, filters / groups, w.kernel()),
                fans,
                b.get(Convolution.WEIGHT_INIT),
                Convolution.WEIGHT_INIT);
        int[] out = new int[2 + sizes.size()];
        out[0] = x.shape().raw(0);
        out[1] = filters;
        for (int axis = 0; axis < sizes.size(); axis++) {
            out[2 + axis] = sizes.get(axis);
        }
        var op = new ConvInputGrad(w, groups, Shape.of(out));
        b.output("out", Convolution.biased(b, op, weight, x, filters, fans));
    }
}
