package io.netwright.layer.norm;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.Prop;
import io.netwright.op.Normalise;
import io.netwright.op.Value;
import io.netwright.program.init.Initialiser;
import io.netwright.tensor.Shape;
import io.netwright.text.Message;
import java.util.Arrays;
import java.util.List;

/// Normalisation of each sample, or each step of a sequence, by itself, over its last axes: layer-norm (Ba et al.,
/// 2016) and RMS-norm (Zhang and Sennrich, NeurIPS 2019). Then a learned scale, and for layer-norm a learned shift.
public final class RowNorm implements Layer {

    public static final Prop.RealProp EPSILON = BatchNorm.EPSILON;

    /// Over how many of the last axes.
    public static final Prop.IntProp AXES = new Prop.IntProp("axes", 1, 1, 4);

    /// Whether it scales (and shifts) as learned.
    public static final Prop.BoolProp AFFINE = new Prop.BoolProp("affine", true);

    private final LayerInfo info;
    private final boolean centred;

    private RowNorm(boolean centred, String type, String stem, String formula, List<String> aliases) {
        this.centred = centred;
        this.info =
                LayerInfo.simple(type, Family.NORMALISATION, aliases, stem, formula, List.of(EPSILON, AXES, AFFINE));
    }

    /// To mean 0 and variance 1.
    public static RowNorm layerNorm() {
        return new RowNorm(
                true,
                "LayerNorm",
                "ln",
                "Y = \\gamma \\frac{X - \\mu}{\\sqrt{\\sigma^2 + \\varepsilon}} + \\beta",
                List.of("layer normalization", "ln"));
    }

    /// To a mean square of 1.
    public static RowNorm rmsNorm() {
        return new RowNorm(
                false,
                "RMSNorm",
                "rms",
                "Y = \\gamma \\frac{X}{\\sqrt{\\operatorname{mean}(X^2) + \\varepsilon}}",
                List.of("root mean square", "normalization"));
    }

    @Override
    public LayerInfo info() {
        return info;
    }

    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        int first = x.shape().rank() - b.get(AXES);
        if (first < 1) {
            throw LayerException.atProperty(
                    AXES,
                    Message.of("layers.problem.normAxes", b.get(AXES), x.shape().toString()));
        }
        int[] sizes = x.shape().raw();
        Shape last = Shape.of(Arrays.copyOfRange(sizes, first, sizes.length));
        Value rows = x;
        if (b.get(AXES) > 1) {
            int[] folded = Arrays.copyOf(sizes, first + 1);
            folded[first] = last.elementsPerSample();
            rows = b.reshape("X", x, Shape.of(folded));
        }
        String normal = b.get(AFFINE) ? "X̂" : "Y";
        Value y = b.apply(normal, new Normalise(centred, b.get(EPSILON)), rows);
        y = y.shape().equals(x.shape()) ? y : b.reshape(normal, y, x.shape());
        if (b.get(AFFINE)) {
            Value gamma = b.parameter("weight", "γ", last, Initialiser.Fans.ONE, new Initialiser.Constant(1), null);
            y = b.mul(centred ? "γX̂" : "Y", y, gamma);
            if (centred) {
                Value beta = b.parameter("bias", "β", last, Initialiser.Fans.ONE, new Initialiser.Zeros(), null);
                y = b.add("Y", y, beta);
            }
        }
        b.output("out", y);
    }
}
