package io.netwright.layer.template;

import io.netwright.network.Block;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.PropValue;
import io.netwright.network.Sketch;
import java.util.Map;

/// Networks for sequences and texts.
final class SequenceTemplates {

    static final int LENGTH = 32;
    static final int VOCABULARY = 65;
    static final int CLASSES = 4;
    private static final int WIDTH = 64;
    private static final int HEADS = 4;
    private static final int COPIES = 2;

    private SequenceTemplates() {}

    private static Port dense(Sketch s, String name, int units, Port from) {
        return s.add(name, "Dense", Map.of("units", PropValue.of(units)), from);
    }

    /// Tokens, each as a vector with its place added.
    private static Port embedded(Sketch s, String number) {
        Port tokens = s.add(
                "tokens" + number,
                "TokenInput",
                Map.of("length", PropValue.of(LENGTH), "vocabulary", PropValue.of(VOCABULARY)));
        Port vectors = s.add("embedding" + number, "Embedding", Map.of("width", PropValue.of(WIDTH)), tokens);
        return s.add("positions" + number, "LearnedPositions", vectors);
    }

    private static Node attention(String name, boolean causal) {
        return Node.of(name, "MultiHeadAttention")
                .with("heads", PropValue.of(HEADS))
                .with("causal", PropValue.of(causal));
    }

    /// Two dense layers for each step, beside a shortcut.
    private static Port feedForward(Sketch s, String activation, Port from, Port normed) {
        Port wide = s.add("act1", activation, dense(s, "dense1", 4 * WIDTH, normed));
        return s.add("addForward", "Add", from, dense(s, "dense2", WIDTH, wide));
    }

    /// A block with the norms in front (Radford et al., 2019).
    private static Block preNorm() {
        Sketch s = new Sketch();
        Port in = s.input("in");
        Port mixed = s.add(attention("attention1", true), s.add("norm1", "LayerNorm", in));
        Port sum = s.add("add1", "Add", in, mixed);
        s.output("out", feedForward(s, "GELU", sum, s.add("norm2", "LayerNorm", sum)));
        return s.block();
    }

    /// A block with the norms behind (Vaswani et al., 2017).
    private static Block encoder(String activation) {
        Sketch s = new Sketch();
        Port in = s.input("in");
        Port sum = s.add("add1", "Add", in, s.add(attention("attention1", false), in));
        Port normed = s.add("norm1", "LayerNorm", sum);
        s.output("out", s.add("norm2", "LayerNorm", feedForward(s, activation, normed, normed)));
        return s.block();
    }

    /// As the encoder, with a look at what the encoder has made in between.
    private static Block decoder() {
        Sketch s = new Sketch();
        Port in = s.input("in");
        Port memory = s.input("memory");
        Port self = s.add("add1", "Add", in, s.add(attention("attention1", true), in));
        Port first = s.add("norm1", "LayerNorm", self);
        Port cross = s.add(attention("attention2", false), first);
        s.wire(memory, "attention2", "key");
        Port second = s.add("norm2", "LayerNorm", s.add("add2", "Add", first, cross));
        s.output("out", s.add("norm3", "LayerNorm", feedForward(s, "ReLU", second, second)));
        return s.block();
    }

    static Network lstm() {
        Sketch s = new Sketch();
        Port x = s.add("input1", "Input", Map.of("shape", PropValue.ints(LENGTH, 8)));
        Port h = s.add("lstm1", "LSTM", Map.of("units", PropValue.of(WIDTH), "output", PropValue.of("last")), x);
        s.add("loss", "CrossEntropy", dense(s, "logits", CLASSES, s.add("dropout1", "Dropout", h)));
        return s.network();
    }

    static Network gpt() {
        Sketch s = new Sketch();
        Port h = s.add(ImageTemplates.repeated("block", preNorm(), COPIES), embedded(s, "1"));
        s.add("loss", "CrossEntropy", dense(s, "logits", VOCABULARY, s.add("norm1", "LayerNorm", h)));
        return s.network();
    }

    /// Devlin et al. (2019), as a classifier: it reads the first step.
    static Network bert() {
        Sketch s = new Sketch();
        Port h = s.add("norm1", "LayerNorm", embedded(s, "1"));
        h = s.add(ImageTemplates.repeated("encoder", encoder("GELU"), COPIES), h);
        Port first = s.add("first", "Slice", Map.of("length", PropValue.of(1)), h);
        Port pooled = s.add("tanh1", "Tanh", dense(s, "pooler", WIDTH, s.add("flatten1", "Flatten", first)));
        s.add("loss", "CrossEntropy", dense(s, "logits", CLASSES, pooled));
        return s.network();
    }

    /// Vaswani et al. (2017): the source goes through the encoder; the decoder looks at it while it goes through the
    /// target.
    static Network transformer() {
        Sketch s = new Sketch();
        Port memory = s.add(ImageTemplates.repeated("encoder", encoder("ReLU"), COPIES), embedded(s, "1"));
        Port target = embedded(s, "2");
        Port h = s.add(ImageTemplates.repeated("decoder", decoder(), COPIES), target);
        s.wire(memory, "decoder", "memory");
        s.add("loss", "CrossEntropy", dense(s, "logits", VOCABULARY, h));
        return s.network();
    }
}
