package io.netwright.layer.loss;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.layer.Prop;
import io.netwright.op.Ctc;
import io.netwright.op.SliceAxis;
import io.netwright.op.Value;
import io.netwright.tensor.Shape;
import io.netwright.text.Message;
import java.util.List;

/// For sequences whose labels are known in their order but not in time, such as the letters of a recording: minus the
/// logarithm of the probability of the labels, over all ways to spread them over the steps (Graves et al., ICML 2006);
/// the mean over the batch. What comes in are scores `(N, T, k)` before the softmax, which it applies itself; the
/// target is `(N, S)`, each number a class, padded with the blank or with -1.
public final class CtcLoss implements Layer {

    /// The class that stands for "no label here".
    public static final Prop.IntProp BLANK = new Prop.IntProp("blank", 0, 0, 1 << 20);

    /// Whether a sample whose labels do not fit into its steps costs nothing; otherwise it costs infinitely much, which
    /// stops the training.
    public static final Prop.BoolProp ZERO_INFINITY = new Prop.BoolProp("zeroInfinity", false);

    private static final LayerInfo INFO = new LayerInfo(
            "CTC",
            Family.LOSS,
            List.of("connectionist temporal classification", "speech", "handwriting", "alignment"),
            "ctc",
            "L = -\\ln \\sum_{\\pi \\to y} \\prod_t \\operatorname{softmax}(z_t)_{\\pi_t}",
            List.of(PortInfo.IN),
            List.of(),
            List.of(BLANK, ZERO_INFINITY));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    @Override
    public void build(LayerBuilder b) {
        Value z = b.input("in");
        if (z.shape().rank() != 3) {
            throw LayerException.atPort(
                    "in", Message.of("layers.problem.needsSteps", z.shape().toString()));
        }
        int classes = z.shape().size(2);
        if (b.get(BLANK) >= classes) {
            throw LayerException.atProperty(BLANK, Message.of("layers.problem.blank", b.get(BLANK), classes));
        }
        Value y = b.target(looksLikeTarget(b, z));
        if (y.shape().rank() != 2) {
            throw LayerException.atPort(
                    "in", Message.of("layers.problem.ctcTarget", y.shape().toString()));
        }
        Value each = b.apply("ℓ", new Ctc(b.get(BLANK), b.get(ZERO_INFINITY)), z, y);
        b.loss(LossShapes.mean(b, "L", each));
    }

    /// Without data there is at most a label a step; nobody computes this value.
    private static Value looksLikeTarget(LayerBuilder b, Value z) {
        Value column = b.apply("Z", new SliceAxis(2, 0, 1), z);
        return b.reshape("Z", column, Shape.of(z.shape().raw(0), z.shape().raw(1)));
    }
}
