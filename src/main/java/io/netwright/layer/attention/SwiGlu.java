package io.netwright.layer.attention;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.op.Value;
import io.netwright.program.init.Initialiser;
import io.netwright.tensor.kernel.UnaryFn;
import io.netwright.text.Message;
import java.util.List;

/// The gated dense layer of recent language models (Shazeer, GLU variants improve transformer, 2020): one product,
/// through a SiLU, gates another.
public final class SwiGlu implements Layer {

    public static final Prop.IntProp UNITS = new Prop.IntProp("units", 64, 1, 1 << 20);
    public static final Prop.BoolProp BIAS = new Prop.BoolProp("bias", false);
    public static final Prop.InitProp WEIGHT_INIT = new Prop.InitProp("weightInit", new Initialiser.GlorotUniform());

    private static final LayerInfo INFO = LayerInfo.simple(
            "SwiGLU",
            Family.ACTIVATION,
            List.of("gated linear unit", "swish gate", "feed-forward"),
            "swiglu",
            "Y = \\operatorname{SiLU}(X W) \\odot X V",
            List.of(UNITS, BIAS, WEIGHT_INIT));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        if (x.shape().rank() < 2 || x.shape().rank() > 3) {
            throw LayerException.atPort(
                    "in", Message.of("layers.problem.needsFeatures", x.shape().toString()));
        }
        Projection projection = new Projection(b, b.get(BIAS), WEIGHT_INIT);
        Value gate = b.unary("S", UnaryFn.SILU, projection.of("gate", "G", x, b.get(UNITS)));
        b.output("out", b.mul("Y", gate, projection.of("value", "V", x, b.get(UNITS))));
    }
}
