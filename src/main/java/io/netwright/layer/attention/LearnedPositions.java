package io.netwright.layer.attention;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.op.Value;
import io.netwright.program.init.Initialiser;
import io.netwright.tensor.Shape;
import java.util.List;

/// Adds a learned vector to each step of a sequence, so that a network that has no order of its own knows where a step
/// stands (Gehring et al., ICML 2017).
public final class LearnedPositions implements Layer {

    public static final Prop.InitProp WEIGHT_INIT = new Prop.InitProp("weightInit", new Initialiser.GlorotNormal());

    private static final LayerInfo INFO = LayerInfo.simple(
            "LearnedPositions",
            Family.ATTENTION,
            List.of("position embedding", "positional encoding"),
            "positions",
            "Y_t = X_t + P_t",
            List.of(WEIGHT_INIT));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = Sequences.require(b, "in");
        int steps = x.shape().size(1);
        int width = x.shape().size(2);
        Value table = b.parameter(
                "weight",
                "P",
                Shape.of(steps, width),
                new Initialiser.Fans(steps, width),
                b.get(WEIGHT_INIT),
                WEIGHT_INIT);
        b.output("out", b.add("Y", x, table));
    }
}
