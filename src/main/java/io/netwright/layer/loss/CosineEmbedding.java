package io.netwright.layer.loss;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.layer.Prop;
import io.netwright.op.Value;
import io.netwright.tensor.Shape;
import io.netwright.tensor.kernel.UnaryFn;
import io.netwright.text.Message;
import java.util.List;

/// Brings two vectors together where the target is 1, and apart where it is -1: one minus their cosine, or what the
/// cosine has above the margin.
public final class CosineEmbedding implements Layer {

    public static final PortInfo OTHER = new PortInfo("other", false);

    public static final Prop.RealProp MARGIN = new Prop.RealProp("cosineMargin", 0.0, -1, 1);

    /// Added to each squared length, as in PyTorch, so that a vector of zeros has a cosine.
    private static final double LEAST = 1e-12;

    private static final LayerInfo INFO = new LayerInfo(
            "CosineEmbedding",
            Family.LOSS,
            List.of("cosine similarity", "siamese", "contrastive", "metric learning"),
            "cosine",
            "L = y \\, (1 - \\cos) + (1 - y) \\max(0, \\cos - m)",
            List.of(PortInfo.IN, OTHER),
            List.of(),
            List.of(MARGIN));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    /// Targets may also be the two classes "apart" and "together".
    @Override
    public void build(LayerBuilder b) {
        Value left = b.input("in");
        Value right = b.input(OTHER.name());
        if (left.shape().rank() != 2 || !right.shape().equals(left.shape())) {
            throw LayerException.atPort(
                    OTHER.name(),
                    Message.of(
                            "layers.problem.addShapes",
                            left.shape().toString(),
                            right.shape().toString()));
        }
        Value dot = LossShapes.perSample(b, "D", b.mul("P", left, right));
        Value lengths = b.mul("M", length(b, "U", left), length(b, "V", right));
        Value ratio = b.mul("C", dot, b.unary("R", UnaryFn.RSQRT, lengths));
        Value cosine = b.reshape("C", ratio, Shape.batchOf(1));
        Value y = LossShapes.answers(b, cosine);
        Value together = b.targetIsClassIndex() ? y : b.affine("T", y, 0.5, 0.5);
        Value pull = b.mul("A", together, b.affine("G", cosine, -1, 1));
        Value push = b.mul(
                "B",
                b.affine("N", together, -1, 1),
                b.unary("H", UnaryFn.RELU, b.affine("F", cosine, 1, -b.get(MARGIN))));
        b.loss(LossShapes.mean(b, "L", b.add("ℓ", pull, push)));
    }

    private static Value length(LayerBuilder b, String label, Value x) {
        return b.affine(label, LossShapes.perSample(b, "S", b.unary("X²", UnaryFn.SQUARE, x)), 1, LEAST);
    }
}
