package io.netwright.layer.block;

import io.netwright.layer.Composite;
import io.netwright.layer.Family;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Parts;
import io.netwright.layer.PortInfo;
import io.netwright.layer.Prop;
import io.netwright.network.Block;
import io.netwright.network.Port;
import java.util.List;

/// One block of a transformer that reads one sequence: self-attention, then two dense layers for each step, each beside
/// a skip connection. Causal, it is a block of a GPT. `(N, T, F)` stays `(N, T, F)`.
public final class TransformerEncoder implements Composite {

    public static final Prop.BoolProp CAUSAL = new Prop.BoolProp("causal", false);

    private static final LayerInfo INFO = new LayerInfo(
            "TransformerEncoder",
            Family.BLOCK,
            List.of("transformer block", "gpt block", "bert layer"),
            "encoder",
            "Y = H + \\operatorname{FF}(H), \\; H = X + \\operatorname{Attention}(X)",
            List.of(PortInfo.IN, PortInfo.optional("mask")),
            List.of(PortInfo.OUT),
            List.of(
                    TransformerParts.HEADS,
                    TransformerParts.HIDDEN,
                    CAUSAL,
                    TransformerParts.NORM,
                    TransformerParts.GATE,
                    TransformerParts.ROTARY,
                    TransformerParts.DROPOUT));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public Block parts(Parts p) {
        TransformerParts t = TransformerParts.of(p);
        Port in = t.s().input("in");
        Port mask = t.s().input("mask");
        Port seen = t.attention(1, in, p.get(CAUSAL), null, mask);
        t.s().output("out", t.feedForward(2, seen));
        return t.s().block();
    }
}
