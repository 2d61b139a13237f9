package io.netwright.train.optimizer;

/// The optimizers' loops in float64: one pass over parameter, gradient and slots. Whatever is the same for all elements
/// is computed in float64 before it is rounded.
final class DoubleUpdates {

    private DoubleUpdates() {}

    static void sgd(/**/ double rate, /**/ double decay, double[] w, double[] g, int from, int to) {
        double eta = (double) rate;
        double lambda = (double) decay;
        if (lambda == 0) {
            for (int i = from; i < to; i++) {
                w[i] = w[i] - eta * g[i];
            }
        } else {
            for (int i = from; i < to; i++) {
                w[i] = w[i] - eta * (g[i] + lambda * w[i]);
            }
        }
    }

    static void momentum(
            /**/ double rate,
            /**/ double momentum,
            boolean nesterov,
            /**/ double decay,
            double[] w,
            double[] g,
            double[] b,
            int from,
            int to) {
        double eta = (double) rate;
        double mu = (double) momentum;
        double lambda = (double) decay;
        if (nesterov) {
            for (int i = from; i < to; i++) {
                double d = g[i] + lambda * w[i];
                double next = mu * b[i] + d;
                b[i] = next;
                w[i] = w[i] - eta * (d + mu * next);
            }
        } else {
            for (int i = from; i < to; i++) {
                double next = mu * b[i] + (g[i] + lambda * w[i]);
                b[i] = next;
                w[i] = w[i] - eta * next;
            }
        }
    }

    /// @param correct1 `1 / (1 - beta1^t)`
    /// @param correct2 `1 / (1 - beta2^t)`
    /// @param shrink   what the parameter is multiplied by first
    /// @param decay    the share of the parameter that is added to the gradient
    static void adam(
            /**/ double rate,
            /**/ double beta1,
            /**/ double beta2,
            /**/ double epsilon,
            /**/ double correct1,
            /**/ double correct2,
            /**/ double shrink,
            /**/ double decay,
            double[] w,
            double[] g,
            double[] m,
            double[] v,
            int from,
            int to) {
        double eta = (double) rate;
        double b1 = (double) beta1;
        double a1 = (double) (1 - beta1);
        double b2 = (double) beta2;
        double a2 = (double) (1 - beta2);
        double eps = (double) epsilon;
        double c1 = (double) correct1;
        double c2 = (double) correct2;
        double keep = (double) shrink;
        double lambda = (double) decay;
        for (int i = from; i < to; i++) {
            double d = g[i] + lambda * w[i];
            double mNext = b1 * m[i] + a1 * d;
            double vNext = b2 * v[i] + a2 * (d * d);
            m[i] = mNext;
            v[i] = vNext;
            w[i] = w[i] * keep - (eta * (mNext * c1)) / ((double) Math.sqrt(vNext * c2) + eps);
        }
    }
}
