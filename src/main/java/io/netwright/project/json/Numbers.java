package io.netwright.project.json;

/// How numbers are written.
final class Numbers {

    /// Up to here every whole number is a float64.
    private static final double EXACT = 0x1p53;

    private Numbers() {}

    /// @return Java's shortest digits that read back as `value`, the exponent as most people write it
    static String real(double value) {
        String text = Double.toString(value);
        int e = text.indexOf('E');
        if (e < 0) {
            return text;
        }
        String digits = text.substring(0, e);
        return (digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits)
                + "e"
                + text.substring(e + 1);
    }

    /// @return as [#real], whole numbers without `.0`
    static String plain(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) <= EXACT;
        boolean minusZero = value == 0 && 1 / value < 0;
        return whole && !minusZero ? Long.toString((long) value) : real(value);
    }
}
