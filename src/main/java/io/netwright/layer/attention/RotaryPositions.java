package io.netwright.layer.attention;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.op.Rotary;
import io.netwright.op.Value;
import io.netwright.text.Message;
import java.util.List;

/// Rotary positions (Su et al., 2021), for queries and keys on their way into an attention.
public final class RotaryPositions implements Layer {

    public static final Prop.IntProp HEADS = new Prop.IntProp("heads", 1, 1, 1024);
    public static final Prop.RealProp BASE = SinusoidalPositions.BASE;

    /// Whether a pair stands side by side, as in the paper, rather than half a head apart, as in LLaMA.
    public static final Prop.BoolProp INTERLEAVED = new Prop.BoolProp("interleaved", false);

    private static final LayerInfo INFO = LayerInfo.simple(
            "RotaryPositions",
            Family.ATTENTION,
            List.of("rope", "rotary embedding", "positional encoding"),
            "rope",
            "Y_t = R(t) \\, X_t",
            List.of(HEADS, BASE, INTERLEAVED));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = Sequences.require(b, "in");
        requirePairs(HEADS, b.get(HEADS), x);
        b.output("out", b.apply("Y", new Rotary(b.get(HEADS), b.get(BASE), b.get(INTERLEAVED), false), x));
    }

    /// @param prop what to blame where a head has no pairs
    static void requirePairs(Prop<?> prop, int heads, Value x) {
        if (x.shape().size(2) % (2 * heads) != 0) {
            throw LayerException.atProperty(
                    prop, Message.of("layers.problem.pairs", x.shape().size(2), heads));
        }
    }
}
