package io.netwright.layer.attention;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.op.SinusoidTable;
import io.netwright.op.Value;
import java.util.List;

/// Adds waves of many lengths to a sequence, so that each step is different and near steps are alike (Vaswani et al.,
/// NeurIPS 2017). Nothing is learned.
public final class SinusoidalPositions implements Layer {

    /// The longest wave is this times 2 pi steps long.
    public static final Prop.RealProp BASE = new Prop.RealProp("base", 10_000.0, 1, 1e9);

    private static final LayerInfo INFO = LayerInfo.simple(
            "SinusoidalPositions",
            Family.ATTENTION,
            List.of("positional encoding", "sine positions"),
            "waves",
            "Y_{t,2i} = X_{t,2i} + \\sin\\left(t / 10000^{2i/d}\\right)",
            List.of(BASE));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = Sequences.require(b, "in");
        SinusoidTable table = new SinusoidTable(x.shape().size(1), x.shape().size(2), b.get(BASE));
        b.output("out", b.add("Y", x, b.apply("P", table)));
    }
}
