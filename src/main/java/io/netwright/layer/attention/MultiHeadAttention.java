package io.netwright.layer.attention;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.layer.Prop;
import io.netwright.op.Rotary;
import io.netwright.op.Value;
import io.netwright.program.init.Initialiser;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Attention with several heads (Vaswani et al., NeurIPS 2017): queries, keys and values are learned products of what
/// comes in; each head attends on its own; the heads side by side go through one more product. `(N, T, F)` stays
/// `(N, T, F)`.
///
/// Where only `in` is wired it is self-attention; `key` and `value` bring in another sequence (`value` is the keys
/// where it is not wired), and `mask`, `(N, S)`, hides steps of it where it is 0.
///
/// Grouped-query attention (Ainslie et al., EMNLP 2023) has fewer heads of keys and values than of queries, and is the
/// same layer with one property more.
public final class MultiHeadAttention implements Layer {

    public static final Prop.IntProp HEADS = new Prop.IntProp("heads", 4, 1, 1024);
    public static final Prop.IntProp KEY_HEADS = new Prop.IntProp("keyHeads", 2, 1, 1024);
    public static final Prop.BoolProp CAUSAL = new Prop.BoolProp("causal", false);

    /// Whether queries and keys get rotary positions.
    public static final Prop.BoolProp ROTARY = new Prop.BoolProp("rotary", false);

    public static final Prop.BoolProp BIAS = new Prop.BoolProp("bias", true);
    public static final Prop.InitProp WEIGHT_INIT = new Prop.InitProp("weightInit", new Initialiser.GlorotUniform());

    private final LayerInfo info;
    private final boolean grouped;

    private MultiHeadAttention(boolean grouped, String type, String stem, List<String> aliases) {
        this.grouped = grouped;
        List<Prop<?>> props = new ArrayList<>(List.of(HEADS, CAUSAL, ROTARY, BIAS, WEIGHT_INIT));
        if (grouped) {
            props.add(1, KEY_HEADS);
        }
        this.info = new LayerInfo(
                type,
                Family.ATTENTION,
                aliases,
                stem,
                "Y = \\operatorname{softmax}\\left(\\frac{Q K^{\\top}}{\\sqrt{d}}\\right) V \\, W_O",
                List.of(PortInfo.IN, PortInfo.optional("key"), PortInfo.optional("value"), PortInfo.optional("mask")),
                List.of(PortInfo.OUT),
                props);
    }

    /// As many heads of keys and values as of queries.
    public static MultiHeadAttention full() {
        return new MultiHeadAttention(
                false, "MultiHeadAttention", "attention", List.of("mha", "self-attention", "transformer"));
    }

    /// Fewer heads of keys and values.
    public static MultiHeadAttention grouped() {
        return new MultiHeadAttention(
                true, "GroupedQueryAttention", "gqa", List.of("gqa", "multi-query attention", "mqa"));
    }

    @Override
    public LayerInfo info() {
        return info;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = Sequences.require(b, "in");
        Value keys = Sequences.optional(b, "key", x);
        Value values = Sequences.optional(b, "value", keys);
        int width = x.shape().size(2);
        int heads = b.get(HEADS);
        if (width % heads != 0) {
            throw LayerException.atProperty(HEADS, Message.of("layers.problem.heads", heads, width));
        }
        int keyHeads = grouped ? b.get(KEY_HEADS) : heads;
        if (heads % keyHeads != 0) {
            throw LayerException.atProperty(KEY_HEADS, Message.of("layers.problem.keyHeads", keyHeads, heads));
        }
        Projection projection = new Projection(b, b.get(BIAS), WEIGHT_INIT);
        int depth = width / heads;
        Value q = projection.of("query", "Q", x, width);
        Value k = projection.of("key", "K", keys, depth * keyHeads);
        Value v = projection.of("value", "V", values, depth * keyHeads);
        if (b.get(ROTARY)) {
            RotaryPositions.requirePairs(HEADS, heads, x);
            q = b.apply("Q", new Rotary(heads, RotaryPositions.BASE.defaultValue(), false, false), q);
            k = b.apply("K", new Rotary(keyHeads, RotaryPositions.BASE.defaultValue(), false, false), k);
        }
        @Nullable Value mask = b.optionalInput("mask");
        Value mixed = AttentionOps.attend(b, q, k, v, mask, heads, keyHeads, 1 / Math.sqrt(depth), b.get(CAUSAL));
        b.output("out", projection.of("output", "Y", mixed, width));
    }
}
