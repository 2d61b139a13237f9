package io.netwright.layer.loss;

import io.netwright.layer.LayerException;
import io.netwright.op.Value;
import io.netwright.text.Message;

/// What losses check about prediction and target.
final class LossShapes {

    private LossShapes() {}

    static void requireSame(Value prediction, Value target) {
        if (!prediction.shape().equals(target.shape())) {
            throw LayerException.atPort(
                    "in",
                    Message.of(
                            "layers.problem.targetShape",
                            prediction.shape().toString(),
                            target.shape().toString()));
        }
    }
}
