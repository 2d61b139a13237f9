package io.netwright.layer.merge;

import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.op.Binary;
import io.netwright.op.Value;
import io.netwright.tensor.kernel.BinaryFn;
import io.netwright.text.Message;
import java.util.List;

/// What merges of inputs of one shape share.
final class Merges {

    private Merges() {}

    /// @return all inputs
    /// @throws LayerException unless they have one shape
    static List<Value> alike(LayerBuilder b) {
        List<Value> in = b.inputs("in");
        for (Value next : in) {
            requireSame(in.getFirst(), next, "in");
        }
        return in;
    }

    static void requireSame(Value first, Value next, String port) {
        if (!next.shape().equals(first.shape())) {
            throw LayerException.atPort(
                    port,
                    Message.of(
                            "layers.problem.addShapes",
                            first.shape().toString(),
                            next.shape().toString()));
        }
    }

    /// @return all inputs joined by `fn`, from the first on
    static Value joined(LayerBuilder b, BinaryFn fn, String label) {
        List<Value> in = alike(b);
        Value y = in.getFirst();
        for (Value next : in.subList(1, in.size())) {
            y = b.apply(label, new Binary(fn), y, next);
        }
        return y;
    }
}
