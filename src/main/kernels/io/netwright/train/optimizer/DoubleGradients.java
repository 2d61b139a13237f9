package io.netwright.train.optimizer;

/// Loops around an optimizer's rule in float64: over gradients before it, over weights after it.
final class DoubleGradients {

    private DoubleGradients() {}

    /// @return the sum of the squares, added up in float64
    static /**/ double squares(double[] g) {
        /**/ double sum = 0;
        for (int i = 0; i < g.length; i++) {
            sum += (/**/ double) g[i] * g[i];
        }
        return sum;
    }

    /// `g = min(max(factor g, -limit), limit)`
    static void clip(double[] g, /**/ double factor, /**/ double limit, int from, int to) {
        double a = (double) factor;
        double most = (double) limit;
        for (int i = from; i < to; i++) {
            g[i] = Math.min(Math.max(a * g[i], -most), most);
        }
    }

    /// `mean = decay mean + (1 - decay) w`
    static void average(double[] mean, double[] w, /**/ double decay, int from, int to) {
        double keep = (double) decay;
        double take = (double) (1 - decay);
        for (int i = from; i < to; i++) {
            mean[i] = keep * mean[i] + take * w[i];
        }
    }
}
