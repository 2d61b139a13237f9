package io.netwright.step;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers as formulas and explanations show them: short, with a true minus sign, in the same way in every language.
public final class NumberText {

    /// Significant digits of an explanation's numbers: enough to check a sum by hand.
    public static final int DIGITS = 6;

    private NumberText() {}

    /// @return up to 6 significant digits: `0.01`, `2.15522`, `−1.3`, `1.5e−7`
    public static String of(double value) {
        return of(value, DIGITS);
    }

    /// @param digits how many significant ones at most
    public static String of(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
        }
        return plain(value, digits).replace('-', '−');
    }

    /// @return the same in LaTeX: `10^{-5}` for a number that is too small to be written out
    static String latex(double value) {
        String text = plain(value);
        int e = text.indexOf('e');
        if (e < 0) {
            return text;
        }
        String power = "10^{" + text.substring(e + 1) + "}";
        return text.substring(0, e).equals("1") ? power : text.substring(0, e) + " \\times " + power;
    }

    /// @return the same with an ASCII minus
    static String plain(double value) {
        return plain(value, DIGITS);
    }

    private static String plain(double value, int digits) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value)
                .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        double magnitude = Math.abs(value);
        if (magnitude >= 1e-4 && magnitude < 1e7) {
            return rounded.toPlainString();
        }
        int exponent = rounded.precision() - rounded.scale() - 1;
        return rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
    }

    /// @param decimals how many digits stand behind the point
    /// @return the number with exactly so many, a true minus sign; in scientific form where it would be too long
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return of(value);
        }
        double magnitude = Math.abs(value);
        boolean tiny = magnitude != 0 && magnitude < 0.5 * Math.pow(10, -decimals);
        if (tiny || magnitude >= 1e6) {
            BigDecimal rounded = new BigDecimal(value).round(new MathContext(2, RoundingMode.HALF_EVEN));
            int exponent = rounded.precision() - rounded.scale() - 1;
            String digits = rounded.scaleByPowerOfTen(-exponent)
                    .setScale(1, RoundingMode.HALF_EVEN)
                    .toPlainString();
            return (digits + "e" + exponent).replace('-', '−');
        }
        return new BigDecimal(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString()
                .replace('-', '−');
    }

    /// @return how many digits behind the point show all of `numbers` well: as few as show them exactly, else so many
    ///     that the largest has `digits` significant ones
    public static int decimals(Numbers numbers, int digits) {
        double largest = numbers.largest();
        int enough = largest == 0 ? 0 : (int) Math.max(0, Math.min(6, digits - 1 - Math.floor(Math.log10(largest))));
        double[] some = sample(numbers);
        for (int d = 0; d < enough; d++) {
            double unit = Math.pow(10, d);
            boolean exact = true;
            for (double v : some) {
                exact &= Math.abs(v * unit - Math.rint(v * unit)) < 1e-9 * Math.max(1, Math.abs(v * unit));
            }
            if (exact) {
                return d;
            }
        }
        return enough;
    }

    /// @return up to 4096 of the numbers, evenly spread
    private static double[] sample(Numbers numbers) {
        int stride = Math.max(1, numbers.size() / 4096);
        double[] some = new double[(numbers.size() + stride - 1) / stride];
        for (int i = 0; i < some.length; i++) {
            double v = numbers.tensor().get(i * stride);
            some[i] = Double.isFinite(v) ? v : 0;
        }
        return some;
    }
}
