package io.netwright.layer.norm;

import io.netwright.layer.ChannelShapes;
import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.op.BatchNormInference;
import io.netwright.op.Reduce;
import io.netwright.op.Value;
import io.netwright.program.init.Initialiser;
import io.netwright.tensor.Shape;
import io.netwright.tensor.kernel.UnaryFn;
import io.netwright.text.Message;
import java.util.List;
import java.util.stream.IntStream;

/// Batch normalisation (Ioffe and Szegedy, ICML 2015) over `(N, C)` and up to three more axes, per channel.
///
/// In training it takes mean and biased variance of the batch and moves the running ones towards them, the running
/// variance towards the unbiased one, as PyTorch does: `running = (1 - momentum) * running + momentum * batch`.
/// In evaluation, and where the node is frozen, it uses the running ones.
public final class BatchNorm implements Layer {

    /// The weight of the newest batch, as in PyTorch; Keras and ONNX call `1 - momentum` by that name.
    public static final Prop.RealProp MOMENTUM = new Prop.RealProp("momentum", 0.1, 0, 1);

    public static final Prop.RealProp EPSILON = new Prop.RealProp("epsilon", 1e-5, 1e-12, 1);

    private static final LayerInfo INFO = LayerInfo.simple(
            "BatchNorm",
            Family.NORMALISATION,
            List.of("batch normalization", "bn", "normalise", "normalize"),
            "bn",
            "Y = \\gamma \\frac{X - \\mu}{\\sqrt{\\sigma^2 + \\varepsilon}} + \\beta",
            List.of(MOMENTUM, EPSILON));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        if (x.shape().rank() < 2 || x.shape().rank() > 5) {
            throw LayerException.atPort(
                    "in", Message.of("layers.problem.batchNormRank", x.shape().toString()));
        }
        int channels = x.shape().size(1);
        Shape flat = Shape.of(channels);
        Shape row = ChannelShapes.alongside(x.shape(), channels);
        Value gamma = b.parameter("weight", "γ", flat, Initialiser.Fans.ONE, new Initialiser.Constant(1), null);
        Value beta = b.parameter("bias", "β", flat, Initialiser.Fans.ONE, new Initialiser.Zeros(), null);
        Value runningMean = b.state("running_mean", "μ̄", flat, 0);
        Value runningVar = b.state("running_var", "σ̄²", flat, 1);
        double eps = b.get(EPSILON);
        if (!b.training()) {
            b.output("out", b.apply("Y", new BatchNormInference(eps), x, gamma, beta, runningMean, runningVar));
            return;
        }
        List<Integer> axes = IntStream.range(0, x.shape().rank())
                .filter(axis -> axis != 1)
                .boxed()
                .toList();
        Value mean = b.frozen() ? runningMean : b.apply("μ", new Reduce(Reduce.Kind.MEAN, axes, 0), x);
        Value centred = b.sub("C", x, b.reshape("μ", mean, row));
        Value square = b.unary("C²", UnaryFn.SQUARE, centred);
        Value var = b.frozen() ? runningVar : b.apply("σ²", new Reduce(Reduce.Kind.MEAN, axes, 0), square);
        Value scale = b.unary("S", UnaryFn.RSQRT, b.affine("V", var, 1, eps));
        Value normal = b.mul("X̂", centred, b.reshape("S", scale, row));
        Value scaled = b.mul("γX̂", normal, b.reshape("γ", gamma, row));
        b.output("out", b.add("Y", scaled, b.reshape("β", beta, row)));

        if (b.frozen()) {
            return;
        }
        double m = b.get(MOMENTUM);
        b.update(runningMean, b.add("μ̄", b.affine("(1−m)μ̄", runningMean, 1 - m, 0), b.affine("mμ", mean, m, 0)));
        Value unbiased = b.apply("s²", new Reduce(Reduce.Kind.MEAN, axes, 1), square);
        b.update(runningVar, b.add("σ̄²", b.affine("(1−m)σ̄²", runningVar, 1 - m, 0), b.affine("ms²", unbiased, m, 0)));
    }
}
