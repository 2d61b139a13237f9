package io.netwright.layer.attention;

import io.netwright.layer.LayerBuilder;
import io.netwright.layer.Prop;
import io.netwright.op.Value;
import io.netwright.program.init.Initialiser;
import io.netwright.tensor.Shape;

/// The learned products around attention: queries, keys, values and the result.
///
/// @param bias whether each has a bias, which starts at 0
/// @param init what the weights hold before training, and the property that says so
record Projection(LayerBuilder b, boolean bias, Prop.InitProp init) {

    /// @param name  of its parameters: `<name>_weight`, `<name>_bias`
    /// @param label what formulas call the result
    /// @return `x W + b`, of `width` columns
    Value of(String name, String label, Value x, int width) {
        int in = x.shape().size(-1);
        Initialiser.Fans fans = new Initialiser.Fans(in, width);
        Value weight = b.parameter(name + "_weight", "W" + label, Shape.of(in, width), fans, b.get(init), init);
        if (!bias) {
            return b.matmul(label, x, weight);
        }
        Value own = b.parameter(name + "_bias", "b" + label, Shape.of(width), fans, new Initialiser.Zeros(), null);
        return b.add(label, b.matmul("X" + weight.label(), x, weight), own);
    }
}
