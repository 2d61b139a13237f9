package io.netwright.exchange.certificate;

import java.util.Locale;

/// Differences as people read them.
final class Numbers {

    private Numbers() {}

    /// @return three digits in scientific notation, the same in every language: `2.38e-07`
    static String text(double x) {
        return Double.isFinite(x) ? String.format(Locale.ROOT, "%.2e", x) : "\u221e";
    }
}
