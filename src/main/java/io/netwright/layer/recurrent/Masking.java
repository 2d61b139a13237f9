package io.netwright.layer.recurrent;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.layer.Prop;
import io.netwright.op.StepMask;
import java.util.List;

/// Says which steps of a sequence count, for the port `mask` of recurrent layers and of attention: `(N, T)` of 1, and
/// of 0 where a step holds nothing but one agreed value.
public final class Masking implements Layer {

    /// What a step holds that does not count.
    public static final Prop.RealProp MASKED = new Prop.RealProp("maskValue", 0.0, -1e9, 1e9);

    private static final LayerInfo INFO = new LayerInfo(
            "Masking",
            Family.RECURRENT,
            List.of("padding", "mask"),
            "mask",
            "M_t = [X_t \\ne v]",
            List.of(PortInfo.IN),
            List.of(PortInfo.OUT),
            List.of(MASKED));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        b.output("out", b.apply("M", new StepMask(b.get(MASKED)), b.input("in")));
    }
}
