package io.netwright.layer.attention;

import io.netwright.layer.LayerBuilder;
import io.netwright.op.AttentionSoftmax;
import io.netwright.op.HeadMatMul;
import io.netwright.op.HeadMatMul.Kind;
import io.netwright.op.Value;
import org.jspecify.annotations.Nullable;

/// Scaled dot-product attention (Vaswani et al., NeurIPS 2017): `softmax(Q K^T / sqrt(d)) V`, head by head.
final class AttentionOps {

    private AttentionOps() {}

    /// @param q       `(N, T, heads * d)`
    /// @param k       `(N, S, kvHeads * d)`
    /// @param v       `(N, S, kvHeads * e)`
    /// @param mask    `(N, S)`, 0 for steps that nobody may see; null where all may be seen
    /// @param scale   what scores are multiplied by
    /// @param causal  whether a step sees itself and those before it only
    /// @return `(N, T, heads * e)`
    static Value attend(
            LayerBuilder b,
            Value q,
            Value k,
            Value v,
            @Nullable Value mask,
            int heads,
            int kvHeads,
            double scale,
            boolean causal) {
        Value scores = b.apply("S", new HeadMatMul(Kind.SCORES, heads, kvHeads), q, k);
        AttentionSoftmax softmax = new AttentionSoftmax(scale, causal);
        Value shares = mask == null ? b.apply("P", softmax, scores) : b.apply("P", softmax, scores, mask);
        return b.apply("A", new HeadMatMul(Kind.MIX, heads, kvHeads), shares, v);
    }
}
