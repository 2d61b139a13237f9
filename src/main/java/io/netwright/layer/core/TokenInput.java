package io.netwright.layer.core;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.layer.Prop;
import io.netwright.tensor.Shape;
import io.netwright.text.Message;
import java.util.List;

/// Where tokens come in: one sample is a sequence of whole numbers, `(N, T)`, each from 0 to the size of the vocabulary
/// less 1.
public final class TokenInput implements Layer {

    /// Tokens in one sample; 0 means: as the data set has it.
    public static final Prop.IntProp LENGTH = new Prop.IntProp("length", 0, 0, 1 << 20);

    /// How many different tokens there are; 0 means: as the data set has it.
    public static final Prop.IntProp VOCABULARY = new Prop.IntProp("vocabulary", 0, 0, 1 << 24);

    private static final LayerInfo INFO = new LayerInfo(
            "TokenInput",
            Family.INPUT,
            List.of("text", "tokens", "ids", "sequence", "source"),
            "tokens",
            "X \\in \\{0, \\dots, V - 1\\}^{T}",
            List.of(),
            List.of(PortInfo.OUT),
            List.of(LENGTH, VOCABULARY));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Shape offered = b.dataShape();
        if (offered != null && (offered.rank() != 1 || b.dataVocabulary() == 0)) {
            throw LayerException.atProperty(LENGTH, Message.of("layers.problem.noTokens", offered.toString()));
        }
        int length = known(b, LENGTH, offered == null ? 0 : offered.size(0));
        int vocabulary = known(b, VOCABULARY, b.dataVocabulary());
        if (offered != null && length != offered.size(0)) {
            throw LayerException.atProperty(LENGTH, Message.of("layers.problem.tokenLength", length, offered.size(0)));
        }
        if (vocabulary < b.dataVocabulary()) {
            throw LayerException.atProperty(
                    VOCABULARY, Message.of("layers.problem.vocabulary", vocabulary, b.dataVocabulary()));
        }
        b.output("out", b.tokens(Shape.of(length), vocabulary));
    }

    private static int known(LayerBuilder b, Prop.IntProp prop, int offered) {
        int own = b.get(prop);
        if (own == 0 && offered == 0) {
            throw LayerException.atProperty(prop, Message.of("layers.problem.noTokenData"));
        }
        return own == 0 ? offered : own;
    }
}
