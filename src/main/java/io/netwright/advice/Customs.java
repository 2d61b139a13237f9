package io.netwright.advice;

import static io.netwright.layer.Family.ACTIVATION;
import static io.netwright.layer.Family.ATTENTION;
import static io.netwright.layer.Family.BLOCK;
import static io.netwright.layer.Family.CONVOLUTION;
import static io.netwright.layer.Family.DENSE;
import static io.netwright.layer.Family.LOSS;
import static io.netwright.layer.Family.MERGE;
import static io.netwright.layer.Family.NORMALISATION;
import static io.netwright.layer.Family.POOLING;
import static io.netwright.layer.Family.RECURRENT;
import static io.netwright.layer.Family.REGULARISATION;

import io.netwright.layer.Family;
import io.netwright.layer.LayerInfo;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What usually follows what in the networks that people publish: after a convolution its activation, after pooling the
/// next convolution, after the last dense layer the loss.
final class Customs {

    private static final int RARELY = 99;

    private Customs() {}

    /// @param other   the layer at the wire's other end; null where nobody knows it
    /// @param follows whether the choices come after it
    static void sort(List<Fit.Choice> choices, @Nullable LayerInfo other, boolean follows) {
        choices.sort(Comparator.comparing((Fit.Choice c) -> !c.fits())
                // what wants a second wire before anyone can tell comes after what surely fits
                .thenComparing(c -> c.answer().in() == null)
                .thenComparingInt(c -> other == null
                        ? 0
                        : follows
                                ? rank(other.family(), c.info().family())
                                : rank(c.info().family(), other.family())));
    }

    /// @return how usual it is that `next` follows `first`; 0 is most usual
    private static int rank(Family first, Family next) {
        int rank = followers(first).indexOf(next);
        return rank < 0 ? RARELY : rank;
    }

    private static List<Family> followers(Family family) {
        return switch (family) {
            case INPUT -> List.of(DENSE, CONVOLUTION, ATTENTION, RECURRENT, NORMALISATION, MERGE);
            case DENSE -> List.of(ACTIVATION, LOSS, NORMALISATION, REGULARISATION, DENSE, MERGE);
            case CONVOLUTION -> List.of(ACTIVATION, NORMALISATION, POOLING, MERGE, CONVOLUTION);
            case POOLING -> List.of(CONVOLUTION, MERGE, DENSE, REGULARISATION);
            case NORMALISATION -> List.of(ACTIVATION, ATTENTION, DENSE, CONVOLUTION, MERGE, POOLING);
            case ACTIVATION -> List.of(DENSE, CONVOLUTION, POOLING, REGULARISATION, NORMALISATION, MERGE, LOSS);
            case RECURRENT -> List.of(DENSE, RECURRENT, REGULARISATION, NORMALISATION, ATTENTION);
            case ATTENTION -> List.of(ATTENTION, MERGE, NORMALISATION, REGULARISATION, DENSE);
            case MERGE -> List.of(DENSE, ACTIVATION, CONVOLUTION, NORMALISATION, REGULARISATION, MERGE);
            case REGULARISATION -> List.of(DENSE, CONVOLUTION, MERGE, ACTIVATION);
            case BLOCK -> List.of(BLOCK, ACTIVATION, DENSE, MERGE, POOLING);
            case LOSS -> List.of();
        };
    }
}
