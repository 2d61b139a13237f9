package io.netwright.layer.block;

import io.netwright.layer.Composite;
import io.netwright.layer.Family;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Parts;
import io.netwright.layer.PortInfo;
import io.netwright.network.Block;
import io.netwright.network.Port;
import java.util.List;

/// One block of a transformer that writes a sequence while it looks at another, `memory`: causal self-attention,
/// attention to the memory, then two dense layers for each step, each beside a skip connection.
public final class TransformerDecoder implements Composite {

    private static final LayerInfo INFO = new LayerInfo(
            "TransformerDecoder",
            Family.BLOCK,
            List.of("transformer block", "cross-attention", "seq2seq"),
            "decoder",
            "Y = H + \\operatorname{FF}(H), \\; H = A + \\operatorname{Attention}(A, M)",
            List.of(
                    PortInfo.IN,
                    new PortInfo("memory", false),
                    PortInfo.optional("mask"),
                    PortInfo.optional("memoryMask")),
            List.of(PortInfo.OUT),
            List.of(
                    TransformerParts.HEADS,
                    TransformerParts.HIDDEN,
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
        Port memory = t.s().input("memory");
        Port mask = t.s().input("mask");
        Port memoryMask = t.s().input("memoryMask");
        Port own = t.attention(1, in, true, null, mask);
        Port both = t.attention(2, own, false, memory, memoryMask);
        t.s().output("out", t.feedForward(3, both));
        return t.s().block();
    }
}
