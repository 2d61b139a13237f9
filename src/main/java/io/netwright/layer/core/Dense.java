package io.netwright.layer.core;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.op.Value;
import io.netwright.program.init.Initialiser;
import io.netwright.tensor.Shape;
import io.netwright.text.Message;
import java.util.List;

/// A fully connected layer, `Z = XW + b`, over the last axis of its input; W is `[in, units]`. Each step of a sequence
/// `(N, T, F)` goes through the same weights.
public final class Dense implements Layer {

    public static final Prop.IntProp UNITS = new Prop.IntProp("units", 32, 1, 1 << 20);
    public static final Prop.BoolProp BIAS = new Prop.BoolProp("bias", true);
    public static final Prop.InitProp WEIGHT_INIT = new Prop.InitProp("weightInit", new Initialiser.GlorotUniform());
    public static final Prop.InitProp BIAS_INIT = new Prop.InitProp("biasInit", new Initialiser.Zeros());

    private static final LayerInfo INFO = LayerInfo.simple(
            "Dense",
            Family.DENSE,
            List.of("linear", "fc", "fully connected", "affine", "perceptron"),
            "dense",
            "Z = XW + b",
            List.of(UNITS, BIAS, WEIGHT_INIT, BIAS_INIT));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        if (x.shape().rank() < 2 || x.shape().isBatched(-1)) {
            throw LayerException.atPort(
                    "in", Message.of("layers.problem.needsFeatures", x.shape().toString()));
        }
        if (x.shape().rank() > 3) {
            throw LayerException.atPort(
                    "in", Message.of("layers.problem.denseNeedsFlat", x.shape().toString()));
        }
        int in = x.shape().size(-1);
        int units = b.get(UNITS);
        Value w = b.parameter(
                "weight", "W", Shape.of(in, units), new Initialiser.Fans(in, units), b.get(WEIGHT_INIT), WEIGHT_INIT);
        if (!b.get(BIAS)) {
            b.output("out", b.matmul("Z", x, w));
            return;
        }
        Value bias =
                b.parameter("bias", "b", Shape.of(units), new Initialiser.Fans(in, units), b.get(BIAS_INIT), BIAS_INIT);
        b.output("out", b.add("Z", b.matmul("XW", x, w), bias));
    }
}
