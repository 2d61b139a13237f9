package io.netwright.train.optimizer;

/// Arithmetic on all parameters at once.
final class Flat {

    private Flat() {}

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /// `a += factor b`
    static void add(double[] a, double factor, double[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] += factor * b[i];
        }
    }

    /// @return `a + factor b`
    static double[] sum(double[] a, double factor, double[] b) {
        double[] sum = a.clone();
        add(sum, factor, b);
        return sum;
    }

    /// @return `factor a`
    static double[] times(double factor, double[] a) {
        return sum(new double[a.length], factor, a);
    }

    static double maxAbs(double[] a) {
        double most = 0;
        for (double x : a) {
            most = Math.max(most, Math.abs(x));
        }
        return most;
    }

    static double sumAbs(double[] a) {
        double sum = 0;
        for (double x : a) {
            sum += Math.abs(x);
        }
        return sum;
    }
}
