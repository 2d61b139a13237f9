package io.netwright.layer.activation;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import java.util.List;

/// The logarithms of the softmax's probabilities over the last axis; what NLL takes.
public final class LogSoftmax implements Layer {

    private static final LayerInfo INFO = LayerInfo.simple(
            "LogSoftmax",
            Family.ACTIVATION,
            List.of("activation", "log probabilities", "log softmax"),
            "logsoftmax",
            "A_i = x_i - \\ln \\sum_j e^{x_j}",
            List.of());

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        b.output("out", b.apply("A", new io.netwright.op.LogSoftmax(), b.input("in")));
    }
}
