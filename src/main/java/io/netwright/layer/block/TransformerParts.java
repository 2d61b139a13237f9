package io.netwright.layer.block;

import io.netwright.layer.LayerException;
import io.netwright.layer.Parts;
import io.netwright.layer.Prop;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.PropValue;
import io.netwright.network.Sketch;
import io.netwright.tensor.Shape;
import io.netwright.text.Message;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What the blocks of a transformer (Vaswani et al., NeurIPS 2017) are made of. Each part stands beside a skip
/// connection, with layer-norm before it ("pre", Xiong et al., ICML 2020) or behind the sum ("post", as in the paper).
///
/// @param s     where the parts go
/// @param p     what the block is set to
/// @param width numbers of one step
record TransformerParts(Sketch s, Parts p, int width) {

    static final Prop.IntProp HEADS = new Prop.IntProp("heads", 4, 1, 1024);

    /// Units between the two dense layers; 0 means four times the width.
    static final Prop.IntProp HIDDEN = new Prop.IntProp("hidden", 0, 0, 1 << 20);

    static final Prop.ChoiceProp GATE = new Prop.ChoiceProp("feedForward", "gelu", List.of("gelu", "relu", "swiglu"));
    static final Prop.ChoiceProp NORM = new Prop.ChoiceProp("norm", "pre", List.of("pre", "post"));
    static final Prop.BoolProp ROTARY = new Prop.BoolProp("rotary", false);
    static final Prop.RealProp DROPOUT = new Prop.RealProp("dropout", 0.0, 0, 0.99);

    static TransformerParts of(Parts p) {
        Shape x = p.shape("in");
        if (x.rank() != 3 || x.isBatched(2)) {
            throw LayerException.atPort("in", Message.of("layers.problem.needsSequence", x.toString()));
        }
        int heads = p.get(HEADS);
        if (x.size(2) % heads != 0) {
            throw LayerException.atProperty(HEADS, Message.of("layers.problem.heads", heads, x.size(2)));
        }
        if (p.get(ROTARY) && x.size(2) % (2 * heads) != 0) {
            throw LayerException.atProperty(HEADS, Message.of("layers.problem.pairs", x.size(2), heads));
        }
        return new TransformerParts(new Sketch(), p, x.size(2));
    }

    /// Attention beside a skip connection.
    ///
    /// @param number of this part in the block, from 1
    /// @param from   another sequence that it attends to; null for itself
    /// @param mask   which steps of what it attends to may be seen
    Port attention(int number, Port x, boolean causal, @Nullable Port from, Port mask) {
        return beside(number, x, in -> {
            String name = "attention" + number;
            Node node = Node.of(name, "MultiHeadAttention").with("heads", PropValue.of(p.get(HEADS)));
            if (causal) {
                node = node.with("causal", PropValue.of(true));
            }
            if (p.get(ROTARY) && from == null) {
                node = node.with("rotary", PropValue.of(true));
            }
            Port out = s.add(node, in);
            if (from != null) {
                s.wire(from, name, "key");
            }
            s.wire(mask, name, "mask");
            return out;
        });
    }

    /// Two dense layers beside a skip connection, for each step by itself.
    Port feedForward(int number, Port x) {
        return beside(number, x, in -> {
            int hidden = p.get(HIDDEN) == 0 ? 4 * width : p.get(HIDDEN);
            PropValue units = PropValue.of(hidden);
            Port inner =
                    switch (p.get(GATE)) {
                        case "swiglu" -> s.add(Node.of("swiglu1", "SwiGLU").with("units", units), in);
                        case "relu" -> s.add("relu1", "ReLU", s.add(dense("dense1", units), in));
                        default -> s.add("gelu1", "GELU", s.add(dense("dense1", units), in));
                    };
            return s.add(dense("dense2", PropValue.of(width)), inner);
        });
    }

    private static Node dense(String name, PropValue units) {
        return Node.of(name, "Dense").with("units", units);
    }

    private Port beside(int number, Port x, UnaryOperator<Port> part) {
        boolean before = p.get(NORM).equals("pre");
        Port in = before ? s.add("ln" + number, "LayerNorm", x) : x;
        Port out = part.apply(in);
        double rate = p.get(DROPOUT);
        if (rate > 0) {
            out = s.add(Node.of("dropout" + number, "Dropout").with("rate", PropValue.of(rate)), out);
        }
        Port sum = s.add("add" + number, "Add", x, out);
        return before ? sum : s.add("ln" + number, "LayerNorm", sum);
    }
}
