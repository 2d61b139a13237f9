package io.netwright.layer.activation;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.op.Binary;
import io.netwright.op.Value;
import io.netwright.tensor.kernel.BinaryFn;
import io.netwright.tensor.kernel.UnaryFn;
import java.util.List;

/// Like tanh, but it reaches its limits slowly. Bergstra et al., 2009.
public final class Softsign implements Layer {

    private static final LayerInfo INFO = LayerInfo.simple(
            "Softsign", Family.ACTIVATION, List.of("activation"), "softsign", "A = \\frac{x}{1 + |x|}", List.of());

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        Value size = b.affine("U", b.unary("M", UnaryFn.ABS, x), 1, 1);
        b.output("out", b.apply("A", new Binary(BinaryFn.DIV), x, size));
    }
}
