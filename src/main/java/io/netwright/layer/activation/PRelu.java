package io.netwright.layer.activation;

import io.netwright.layer.ChannelShapes;
import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.op.Value;
import io.netwright.program.init.Initialiser;
import io.netwright.tensor.Shape;
import io.netwright.tensor.kernel.UnaryFn;
import java.util.List;

/// A ReLU whose share of negative values is learned, one for all or one a channel. He et al., ICCV 2015.
public final class PRelu implements Layer {

    public static final Prop.BoolProp PER_CHANNEL = new Prop.BoolProp("perChannel", false);

    public static final Prop.InitProp SLOPE_INIT = new Prop.InitProp("slopeInit", new Initialiser.Constant(0.25));

    private static final LayerInfo INFO = LayerInfo.simple(
            "PReLU",
            Family.ACTIVATION,
            List.of("activation", "parametric relu", "parametric rectifier", "learned slope"),
            "prelu",
            "A = \\max(0, x) + a \\min(0, x)",
            List.of(PER_CHANNEL, SLOPE_INIT));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        int slopes = b.get(PER_CHANNEL) && x.shape().rank() > 1 ? x.shape().size(1) : 1;
        Value slope = b.parameter("weight", "a", Shape.of(slopes), Initialiser.Fans.ONE, b.get(SLOPE_INIT), SLOPE_INIT);
        Value negative = b.unary("N", UnaryFn.RELU, b.unary("M", UnaryFn.NEGATE, x));
        Value passed = b.mul("aN", negative, b.reshape("a", slope, ChannelShapes.alongside(x.shape(), slopes)));
        b.output("out", b.sub("A", b.unary("R", UnaryFn.RELU, x), passed));
    }
}
