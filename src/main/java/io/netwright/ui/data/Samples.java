package io.netwright.ui.data;

import io.netwright.data.DataSet;
import io.netwright.data.LoadedData;
import io.netwright.data.Part;
import java.math.BigDecimal;
import java.math.MathContext;
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
