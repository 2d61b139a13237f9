package io.netwright.ui.data;

import io.netwright.data.Part;
import io.netwright.data.SplitSpec;

/// Changes how data is divided so that the three fractions go on summing to 1.
final class Division {

    /// Fractions are kept to so many decimals: 1 - 0.7 - 0.15 is then 0.15.
    private static final double GRAIN = 1e9;

    private Division() {}

    /// Gives `part` the fraction `share`. The training part stays as it is where another is changed; the others share
    /// what is left, the validation part keeping its own as far as that goes.
    ///
    /// @param share at most 1, and at most what is beside the training part where `part` is not that
    static SplitSpec with(SplitSpec split, Part part, double share) {
        double train = part == Part.TRAIN ? share : split.train();
        double rest = 1 - train;
        double validation =
                switch (part) {
                    case TRAIN -> Math.min(split.validation(), rest);
                    case VALIDATION -> share;
                    case TEST -> rest - share;
                };
        return at(split, train, train + validation);
    }

    /// Divides at two places.
    ///
    /// @param first  where the training part ends, from 0 to 1
    /// @param second where the validation part ends, from `first` to 1
    static SplitSpec at(SplitSpec split, double first, double second) {
        double end = Math.clamp(second, first, 1);
        return new SplitSpec(round(first), round(end - first), round(1 - end), split.seed(), split.stratified());
    }

    private static double round(double x) {
        return Math.rint(x * GRAIN) / GRAIN;
    }
}
