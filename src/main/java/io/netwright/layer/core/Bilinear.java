package io.netwright.layer.core;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.op.Permute;
import io.netwright.op.Reduce;
import io.netwright.op.Value;
import io.netwright.program.init.Initialiser;
import io.netwright.tensor.Shape;
import io.netwright.text.Message;
import java.util.List;

/// Each output is a weighted sum of all products of an element of one input and one of the other; the weight is
/// `[units, in1, in2]`, as in PyTorch.
public final class Bilinear implements Layer {

    public static final PortInfo OTHER = new PortInfo("other", false);

    private static final LayerInfo INFO = new LayerInfo(
            "Bilinear",
            Family.DENSE,
            List.of("bilinear form", "interaction", "tensor layer"),
            "bilinear",
            "Z_k = X_1 W_k X_2^{\\top} + b_k",
            List.of(PortInfo.IN, OTHER),
            List.of(PortInfo.OUT),
            List.of(Dense.UNITS, Dense.BIAS, Dense.WEIGHT_INIT, Dense.BIAS_INIT));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    /// First all sums over the second input, a matrix product; then over the first.
    @Override
    public void build(LayerBuilder b) {
        Value left = b.input("in");
        Value right = b.input(OTHER.name());
        int m = features(left, "in");
        int n = features(right, OTHER.name());
        int units = b.get(Dense.UNITS);
        var fans = new Initialiser.Fans(Math.multiplyExact(m, n), units);
        Value w = b.parameter("weight", "W", Shape.of(units, m, n), fans, b.get(Dense.WEIGHT_INIT), Dense.WEIGHT_INIT);
        Value table = b.reshape("W", w, Shape.of(units * m, n));
        Value turned = b.apply("V", new Permute(List.of(1, 0)), table);
        Value inner = b.reshape("H", b.matmul("H", right, turned), Shape.batchOf(units, m));
        Value products = b.mul("P", inner, b.reshape("X", left, Shape.batchOf(1, m)));
        boolean biased = b.get(Dense.BIAS);
        Value sum = b.apply(biased ? "S" : "Z", new Reduce(Reduce.Kind.SUM, List.of(2), 0), products);
        if (!biased) {
            b.output("out", sum);
            return;
        }
        Value bias = b.parameter("bias", "b", Shape.of(units), fans, b.get(Dense.BIAS_INIT), Dense.BIAS_INIT);
        b.output("out", b.add("Z", sum, bias));
    }

    private static int features(Value x, String port) {
        if (x.shape().rank() != 2) {
            throw LayerException.atPort(
                    port, Message.of("layers.problem.needsFeatures", x.shape().toString()));
        }
        return x.shape().size(1);
    }
}
