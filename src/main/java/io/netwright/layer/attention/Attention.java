package io.netwright.layer.attention;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.layer.Prop;
import io.netwright.op.Value;
import io.netwright.text.Message;
import java.util.List;

/// Scaled dot-product attention alone, without anything learned: queries `(N, T, d)` at `in`, keys `(N, S, d)`, which
/// are the queries where nothing is wired, and values `(N, S, e)`, which are the keys where nothing is wired.
public final class Attention implements Layer {

    public static final Prop.BoolProp CAUSAL = MultiHeadAttention.CAUSAL;

    /// Whether scores are divided by the square root of the depth.
    public static final Prop.BoolProp SCALED = new Prop.BoolProp("scaled", true);

    private static final LayerInfo INFO = new LayerInfo(
            "Attention",
            Family.ATTENTION,
            List.of("scaled dot-product attention", "sdpa", "dot attention"),
            "attend",
            "Y = \\operatorname{softmax}\\left(\\frac{Q K^{\\top}}{\\sqrt{d}}\\right) V",
            List.of(PortInfo.IN, PortInfo.optional("key"), PortInfo.optional("value"), PortInfo.optional("mask")),
            List.of(PortInfo.OUT),
            List.of(CAUSAL, SCALED));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value q = Sequences.require(b, "in");
        Value k = Sequences.optional(b, "key", q);
        Value v = Sequences.optional(b, "value", k);
        int depth = q.shape().size(2);
        if (k.shape().size(2) != depth) {
            throw LayerException.atPort(
                    "key",
                    Message.of("layers.problem.keyWidth", depth, k.shape().size(2)));
        }
        double scale = b.get(SCALED) ? 1 / Math.sqrt(depth) : 1;
        b.output("out", AttentionOps.attend(b, q, k, v, b.optionalInput("mask"), 1, 1, scale, b.get(CAUSAL)));
    }
}
