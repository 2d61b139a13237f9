package io.netwright.exchange.certificate;

import java.util.Locale;

/// Differences as people read them.
final class Numbers {

    private Numbers() {}

    /// @return three digits in scientific notation, the same in every language: `2.38e-07`
    static String text(double x) {
        return Double.isFinite(x) ? String.format(Locale.ROOT, "%.2e", x) : "\u221e";
    }

    /// @return a part of a whole: `4.8 %`
    static String percent(double part) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * part);
    }

    /// @return how often: `3.2`, or in scientific notation where it is more than 1000
    static String times(double x) {
        return x < 1000 ? String.format(Locale.ROOT, "%.1f", x) : text(x);
    }
}
