package io.netwright.layer.activation;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.op.SliceAxis;
import io.netwright.op.Value;
import io.netwright.tensor.kernel.UnaryFn;
import io.netwright.text.Message;
import java.util.List;

/// The gated linear unit (Dauphin et al., ICML 2017): the second half of the last axis gates the first.
public final class Glu implements Layer {

    private static final LayerInfo INFO = LayerInfo.simple(
            "GLU",
            Family.ACTIVATION,
            List.of("gated linear unit", "gate"),
            "glu",
            "Y = X_1 \\odot \\sigma(X_2)",
            List.of());

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        int axis = x.shape().rank() - 1;
        if (axis < 1 || x.shape().size(axis) % 2 != 0) {
            throw LayerException.atPort(
                    "in", Message.of("layers.problem.halves", x.shape().toString()));
        }
        int half = x.shape().size(axis) / 2;
        Value gated = b.apply("X₁", new SliceAxis(axis, 0, half), x);
        Value gate = b.apply("X₂", new SliceAxis(axis, half, half), x);
        b.output("out", b.mul("Y", gated, b.unary("σ", UnaryFn.SIGMOID, gate)));
    }
}
