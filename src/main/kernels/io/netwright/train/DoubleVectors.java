package io.netwright.train;

/// Loops over gradients and weights in float64.
final class DoubleVectors {

    private DoubleVectors() {}

    /// @return the greatest absolute value; NaN where any number is NaN
    static double maxAbs(double[] x, int from, int to) {
        double most = 0;
        for (int i = from; i < to; i++) {
            most = Math.max(most, Math.abs(x[i]));
        }
        return most;
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
