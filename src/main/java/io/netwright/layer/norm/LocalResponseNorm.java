package io.netwright.layer.norm;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.op.AvgPool;
import io.netwright.op.Unary;
import io.netwright.op.Value;
import io.netwright.tensor.Shape;
import io.netwright.tensor.kernel.UnaryFn;
import io.netwright.tensor.kernel.Window;
import io.netwright.text.Message;
import java.util.List;

/// Divides each value by how strong its neighbours in other channels are, over `(N, C)` and any axes behind. Krizhevsky
/// et al., NeurIPS 2012.
public final class LocalResponseNorm implements Layer {

    /// How many channels are looked at, the value's own included.
    public static final Prop.IntProp SIZE = new Prop.IntProp("size", 5, 1, 1024);

    public static final Prop.RealProp ALPHA = new Prop.RealProp("alpha", 1e-4, 0, 100);
    public static final Prop.RealProp BETA = new Prop.RealProp("beta", 0.75, 0, 10);
    public static final Prop.RealProp K = new Prop.RealProp("k", 1.0, 1e-3, 100);

    private static final LayerInfo INFO = LayerInfo.simple(
            "LocalResponseNorm",
            Family.NORMALISATION,
            List.of("local response normalization", "lrn", "alexnet", "normalise", "normalize"),
            "lrn",
            "Y_c = \\frac{X_c}{(k + \\frac{\\alpha}{n} \\sum_{c'} X_{c'}^2)^\\beta}",
            List.of(SIZE, ALPHA, BETA, K));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    /// The mean over neighbours is a pool over the channels, padded with zeros: one before more than behind where the
    /// window is even, as in PyTorch.
    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        Shape shape = x.shape();
        if (shape.rank() < 2) {
            throw LayerException.atPort("in", Message.of("layers.problem.needsFeatures", shape.toString()));
        }
        int n = b.get(SIZE);
        int channels = shape.size(1);
        Window neighbours =
                new Window(List.of(n, 1), List.of(1, 1), List.of(1, 1), List.of(n / 2, 0), List.of((n - 1) / 2, 0));
        Value square = b.unary("X²", UnaryFn.SQUARE, x);
        int inner = shape.sample().elementsPerSample() / channels;
        Value plane = b.reshape("X²", square, Shape.of(shape.raw(0), 1, channels, inner));
        Value mean = b.reshape("M", b.apply("M", new AvgPool(neighbours, true), plane), shape);
        Value scale = b.affine("D", mean, b.get(ALPHA), b.get(K));
        Value power = b.apply("P", new Unary(UnaryFn.POWER, -b.get(BETA)), scale);
        b.output("out", b.mul("Y", x, power));
    }
}
