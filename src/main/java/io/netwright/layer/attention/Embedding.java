package io.netwright.layer.attention;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.op.Value;
import io.netwright.program.init.Initialiser;
import io.netwright.tensor.Shape;
import io.netwright.text.Message;
import java.util.List;

/// A learned vector for each token: tokens `(N, T)` become `(N, T, width)`; the table is `[vocabulary, width]`.
public final class Embedding implements Layer {

    public static final Prop.IntProp WIDTH = new Prop.IntProp("width", 32, 1, 1 << 16);

    /// Rows of the table; 0 means: as many as the data set has tokens.
    public static final Prop.IntProp VOCABULARY = new Prop.IntProp("vocabulary", 0, 0, 1 << 24);

    public static final Prop.InitProp WEIGHT_INIT = new Prop.InitProp("weightInit", new Initialiser.GlorotNormal());

    private static final LayerInfo INFO = LayerInfo.simple(
            "Embedding",
            Family.ATTENTION,
            List.of("lookup", "tokens", "word vectors"),
            "embedding",
            "Y_t = W_{x_t}",
            List.of(WIDTH, VOCABULARY, WEIGHT_INIT));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value tokens = b.input("in");
        int rows = b.get(VOCABULARY) == 0 ? b.dataVocabulary() : b.get(VOCABULARY);
        if (rows == 0) {
            throw LayerException.atProperty(VOCABULARY, Message.of("layers.problem.noTokenData"));
        }
        if (rows < b.dataVocabulary()) {
            throw LayerException.atProperty(
                    VOCABULARY, Message.of("layers.problem.vocabulary", rows, b.dataVocabulary()));
        }
        int width = b.get(WIDTH);
        Value table = b.parameter(
                "weight",
                "W",
                Shape.of(rows, width),
                new Initialiser.Fans(rows, width),
                b.get(WEIGHT_INIT),
                WEIGHT_INIT);
        b.output("out", b.apply("Y", new io.netwright.op.Embedding(), table, tokens));
    }
}
