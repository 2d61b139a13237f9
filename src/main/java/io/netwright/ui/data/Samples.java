package io.netwright.ui.data;

import io.netwright.data.DataSet;
import io.netwright.data.LoadedData;
import io.netwright.data.Part;
import io.netwright.data.Target;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Samples to be looked at: a data set, and which of it.
///
/// @param data   everything that was loaded
/// @param set    its samples, in the units of their source or scaled
/// @param chosen the indices of those to be looked at
record Samples(LoadedData data, DataSet set, int[] chosen) {

    /// @param part   null for all
    /// @param scaled whether as the network gets them
    static Samples of(LoadedData data, @Nullable Part part, boolean scaled) {
        DataSet set = scaled ? data.prepared() : data.raw();
        return new Samples(
                data, set, part == null ? set.indices() : data.split().of(part));
    }

    /// @return the names of the classes; empty where there are none
    static List<String> classNames(Target target) {
        return switch (target) {
            case Target.Classes c -> c.classNames();
            case Target.Probabilities p -> p.classNames();
            case Target.Values v -> List.of();
            case Target.None n -> List.of();
        };
    }

    /// @return the class of a sample, the likeliest where there are probabilities; -1 where there are no classes
    static int classOf(Target target, int sample) {
        return switch (target) {
            case Target.Classes c -> c.labels()[sample];
            case Target.Probabilities p -> {
                int best = 0;
                int from = sample * p.width();
                for (int k = 1; k < p.width(); k++) {
                    if (p.values()[from + k] > p.values()[from + best]) {
                        best = k;
                    }
                }
                yield best;
            }
            case Target.Values v -> -1;
            case Target.None n -> -1;
        };
    }

    /// @return a number with six digits at most
    static String number(double value) {
        double size = Math.abs(value);
        if (value == 0) {
            return "0";
        } else if (size < 1e-4 || size >= 1e9) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        return new BigDecimal(value)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }
}
