package io.netwright.layer.regular;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.activation.Selu;
import io.netwright.op.RandomMask;
import io.netwright.op.Value;
import java.util.List;

/// Dropout for networks of SELUs (Klambauer et al., NeurIPS 2017): what is dropped becomes the value that SELU has far
/// to the left, and all is scaled and shifted so that mean 0 and variance 1 stay.
public final class AlphaDropout implements Layer {

    private static final LayerInfo INFO = LayerInfo.simple(
            "AlphaDropout",
            Family.REGULARISATION,
            List.of("dropout", "selu", "self-normalising", "self-normalizing", "regularization"),
            "adrop",
            "Y = a \\, (X \\odot M + \\alpha' (1 - M)) + b",
            List.of(Dropout.RATE));

    @Override
    public LayerInfo info() {
        return INFO;
    }

    /// The mask is 0 or `1 / (1 - p)`, so `M = (1 - p) mask`.
    @Override
    public void build(LayerBuilder b) {
        Value x = b.input("in");
        double rate = b.get(Dropout.RATE);
        if (!b.training() || rate == 0) {
            b.output("out", x);
            return;
        }
        double dropped = -Selu.SCALE * Selu.ALPHA;
        double kept = 1 - rate;
        double scale = 1 / Math.sqrt(kept * (1 + rate * dropped * dropped));
        double shift = -scale * rate * dropped;
        Value mask = b.affine("M", b.apply("U", new RandomMask(rate, x.shape())), kept, 0);
        Value rest = b.affine("D", mask, -dropped, dropped);
        b.output("out", b.affine("Y", b.add("H", b.mul("XM", x, mask), rest), scale, shift));
    }
}
