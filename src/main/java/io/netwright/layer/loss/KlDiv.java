package io.netwright.layer.loss;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.layer.Prop;
import io.netwright.op.Unary;
import io.netwright.op.Value;
import io.netwright.tensor.kernel.UnaryFn;
import java.util.List;

/// The Kullback-Leibler divergence of a distribution, given as logarithms of probabilities, from the target's
/// probabilities: `sum_i y_i (ln y_i - x_i)`. A probability of 0 adds nothing.
public final class KlDiv implements Layer {

    /// The sum over one sample is what the divergence means (PyTorch's `batchmean`).
    public static final Prop.ChoiceProp REDUCTION = new Prop.ChoiceProp("reduction", "sum", List.of("sum", "mean"));

    private static final double SMALLEST = 1e-30;

    private static final LayerInfo INFO = new LayerInfo(
            "KLDiv",
            Family.LOSS,
            List.of("kullback leibler", "relative entropy", "distillation", "distribution"),
            "kl",
            "L = \\sum_i y_i (\\ln y_i - x_i)",
            List.of(PortInfo.IN),
            List.of(),
            List.of(REDUCTION));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        Value y = LossShapes.numbers(b, x);
        Value log = b.unary("G", UnaryFn.LOG, b.apply("C", new Unary(UnaryFn.AT_LEAST, SMALLEST), y));
        Value each = b.mul("K", y, b.sub("D", log, x));
        b.loss(LossShapes.reduced(b, "L", each, b.get(REDUCTION)));
    }
}
