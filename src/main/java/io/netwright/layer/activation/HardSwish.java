package io.netwright.layer.activation;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.op.Value;
import java.util.List;

/// Each value times its hard sigmoid: a SiLU of simple pieces. Howard et al., ICCV 2019 (MobileNetV3).
public final class HardSwish implements Layer {

    private static final LayerInfo INFO = LayerInfo.simple(
            "HardSwish",
            Family.ACTIVATION,
            List.of("activation", "hard swish", "hswish", "mobilenet"),
            "hardswish",
            "A = x \\min(\\max(0, \\frac{x}{6} + \\frac{1}{2}), 1)",
            List.of());

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        b.output("out", b.mul("A", x, HardSigmoid.gate(b, "S", x)));
    }
}
