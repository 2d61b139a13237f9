package io.netwright.layer.pool;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.layer.WindowProps;
import io.netwright.op.Op;
import io.netwright.op.Value;
import io.netwright.tensor.kernel.Window;
import java.util.ArrayList;
import java.util.List;

/// What the pools with a window share.
abstract class Pool implements Layer {

    /// PyTorch's `count_include_pad`, with its default; TensorFlow leaves padding out.
    static final Prop.BoolProp COUNT_PADDING = new Prop.BoolProp("countPadding", true);

    private final WindowProps window;
    private final LayerInfo info;

    Pool(WindowProps window, String type, List<String> aliases, String stem, String formula, List<Prop<?>> more) {
        List<Prop<?>> props = new ArrayList<>(window.all());
        props.addAll(more);
        this.window = window;
        this.info = LayerInfo.simple(type, Family.POOLING, aliases, stem, formula, props);
    }

    /// @return what is computed under the window
    abstract Op op(LayerBuilder b, Window w);

    @Override
    public final LayerInfo info() {
        return info;
    }

    @Override
    public final void build(LayerBuilder b) {
        Value x = b.input("in");
        b.output("out", b.apply("Z", op(b, window.overPool(b, x.shape())), x));
    }
}
