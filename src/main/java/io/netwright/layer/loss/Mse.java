package io.netwright.layer.loss;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.layer.Prop;
import io.netwright.op.Reduce;
import io.netwright.op.Value;
import io.netwright.tensor.kernel.UnaryFn;
import io.netwright.text.Message;
import java.util.List;
import java.util.stream.IntStream;

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
        Value y = b.target(a);
        if (b.targetIsClassIndex()) {
            throw LayerException.atPort("in", Message.of("layers.problem.mseOnClasses"));
        }
        LossShapes.requireSame(a, y);
        Value error = b.sub("E", a, y);
        Value square = b.unary("E²", UnaryFn.SQUARE, error);
        List<Integer> all = IntStream.range(0, a.shape().rank()).boxed().toList();
        String mean = b.get(HALF) ? "S" : "L";
        Value loss;
        if (b.get(REDUCTION).equals("mean")) {
            loss = b.apply(mean, new Reduce(Reduce.Kind.MEAN, all, 0), square);
        } else {
            List<Integer> inner = all.subList(1, all.size());
            Value perSample = inner.isEmpty() ? square : b.apply("ℓ", new Reduce(Reduce.Kind.SUM, inner, 0), square);
            loss = b.apply(mean, new Reduce(Reduce.Kind.MEAN, List.of(0), 0), perSample);
        }
        b.loss(b.get(HALF) ? b.affine("L", loss, 0.5, 0) : loss);
    }
}
