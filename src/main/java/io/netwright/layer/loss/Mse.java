package io.netwright.layer.loss;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.layer.Prop;
import io.netwright.op.Value;
import io.netwright.tensor.kernel.UnaryFn;
import java.util.List;

/// Squared error between prediction and target.
public final class Mse implements Layer {

    /// `mean` over all elements, as PyTorch and Keras; `sum` over one sample's elements and the mean over the samples,
    /// as textbooks do when they write the loss of one sample.
    public static final Prop.ChoiceProp REDUCTION = new Prop.ChoiceProp("reduction", "mean", List.of("mean", "sum"));

    /// Whether it is multiplied by 1/2, so that the derivative is simply `a - y`.
    public static final Prop.BoolProp HALF = new Prop.BoolProp("half", false);

    private static final LayerInfo INFO = new LayerInfo(
            "MSE",
            Family.LOSS,
            List.of("mean squared error", "l2", "squared", "regression"),
            "mse",
            "L = \\frac{1}{n} \\sum_i (a_i - y_i)^2",
            List.of(PortInfo.IN),
            List.of(),
            List.of(REDUCTION, HALF));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value a = b.input("in");
        Value square = b.unary("E²", UnaryFn.SQUARE, b.sub("E", a, LossShapes.numbers(b, a)));
        Value loss = LossShapes.reduced(b, b.get(HALF) ? "S" : "L", square, b.get(REDUCTION));
        b.loss(b.get(HALF) ? b.affine("L", loss, 0.5, 0) : loss);
    }
}
