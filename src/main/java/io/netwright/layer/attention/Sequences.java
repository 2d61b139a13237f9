package io.netwright.layer.attention;

import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.op.Value;
import io.netwright.text.Message;

/// What layers over sequences ask of what comes in.
public final class Sequences {

    private Sequences() {}

    /// @return what comes in at `port`, which is `(N, T, F)`
    public static Value require(LayerBuilder b, String port) {
        Value x = b.input(port);
        require(x, port);
        return x;
    }

    /// @return what comes in at an optional port, `(N, T, F)`; `otherwise` where nothing does
    static Value optional(LayerBuilder b, String port, Value otherwise) {
        Value x = b.optionalInput(port);
        if (x == null) {
            return otherwise;
        }
        require(x, port);
        return x;
    }

    static void require(Value x, String port) {
        boolean fits =
                x.shape().rank() == 3 && !x.shape().isBatched(1) && !x.shape().isBatched(2);
        if (!fits) {
            throw LayerException.atPort(
                    port, Message.of("layers.problem.needsSequence", x.shape().toString()));
        }
    }
}
