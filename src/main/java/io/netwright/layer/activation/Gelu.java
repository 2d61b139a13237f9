package io.netwright.layer.activation;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.tensor.kernel.UnaryFn;
import java.util.List;

/// Each value, weighted by how likely a standard normal variable is to lie below it (Hendrycks and Gimpel, 2016),
/// exactly or in the form with tanh that GPT-2 uses.
public final class Gelu implements Layer {

    /// PyTorch's `approximate`.
    public static final Prop.ChoiceProp APPROXIMATE =
            new Prop.ChoiceProp("approximate", "none", List.of("none", "tanh"));

    private static final LayerInfo INFO = LayerInfo.simple(
            "GELU",
            Family.ACTIVATION,
            List.of("activation", "gaussian error linear unit"),
            "gelu",
            "A = x \\, \\Phi(x)",
            List.of(APPROXIMATE));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        UnaryFn fn = b.get(APPROXIMATE).equals("tanh") ? UnaryFn.GELU_TANH : UnaryFn.GELU;
        b.output("out", b.unary("A", fn, b.input("in")));
    }
}
