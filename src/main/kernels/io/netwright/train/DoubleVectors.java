package io.netwright.train;

/// Loops over gradients and weights in float64.
final class DoubleVectors {

    private DoubleVectors() {}

    /// Four maxima side by side: one after the other, each would wait for the one before, which costs four times as
    /// much.
    ///
    /// @return the greatest absolute value; NaN where any number is NaN
    static double maxAbs(double[] x, int from, int to) {
        int quarter = (to - from) / 4;
        int second = from + quarter;
        int third = second + quarter;
        int fourth = third + quarter;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int i = 0; i < quarter; i++) {
            a = Math.max(a, Math.abs(x[from + i]));
            b = Math.max(b, Math.abs(x[second + i]));
            c = Math.max(c, Math.abs(x[third + i]));
            d = Math.max(d, Math.abs(x[fourth + i]));
        }
        for (int i = fourth + quarter; i < to; i++) {
            a = Math.max(a, Math.abs(x[i]));
        }
        return Math.max(Math.max(a, b), Math.max(c, d));
    }

    /// `x = a x + b y`
    static void combine(double[] x, /**/ double a, double[] y, /**/ double b, int from, int to) {
        double p = (double) a;
        double q = (double) b;
        for (int i = from; i < to; i++) {
            x[i] = p * x[i] + q * y[i];
        }
    }
}
