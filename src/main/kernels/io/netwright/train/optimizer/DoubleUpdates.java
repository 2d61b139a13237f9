package io.netwright.train.optimizer;

/// The loops of the optimizers without moments of Adam's kind in float64: one pass over parameter, gradient and slots.
///
/// `c` holds what is the same for all elements, computed in float64 and rounded here; each rule says in which order.
final class DoubleUpdates {

    private DoubleUpdates() {}

    /// Takes a step that has been found.
    static void step(/**/ double[] c, double[] w, double[] g, double[][] slots, int from, int to) {
        double[] step = slots[0];
        for (int i = from; i < to; i++) {
            w[i] = w[i] + step[i];
        }
    }

    /// @param c learning rate, weight decay
    static void sgd(/**/ double[] c, double[] w, double[] g, double[][] slots, int from, int to) {
        double eta = (double) c[0];
        double lambda = (double) c[1];
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

    /// @param c learning rate, weight decay, momentum, the share of the gradient that is added to the buffer
    static void momentum(/**/ double[] c, double[] w, double[] g, double[][] slots, int from, int to) {
        double eta = (double) c[0];
        double lambda = (double) c[1];
        double mu = (double) c[2];
        double share = (double) c[3];
        double[] b = slots[0];
        for (int i = from; i < to; i++) {
            double next = mu * b[i] + share * (g[i] + lambda * w[i]);
            b[i] = next;
            w[i] = w[i] - eta * next;
        }
    }

    /// @param c as [#momentum]
    static void nesterov(/**/ double[] c, double[] w, double[] g, double[][] slots, int from, int to) {
        double eta = (double) c[0];
        double lambda = (double) c[1];
        double mu = (double) c[2];
        double share = (double) c[3];
        double[] b = slots[0];
        for (int i = from; i < to; i++) {
            double d = g[i] + lambda * w[i];
            double next = mu * b[i] + share * d;
            b[i] = next;
            w[i] = w[i] - eta * (d + mu * next);
        }
    }

    /// @param c     learning rate, weight decay, alpha, 1 - alpha, epsilon, momentum, 1 where centred and 0 else
    /// @param slots square, then mean where centred, then buffer where there is momentum
    static void rmsprop(/**/ double[] c, double[] w, double[] g, double[][] slots, int from, int to) {
        double eta = (double) c[0];
        double lambda = (double) c[1];
        double alpha = (double) c[2];
        double rest = (double) c[3];
        double eps = (double) c[4];
        double mu = (double) c[5];
        boolean centred = c[6] != 0;
        double[] v = slots[0];
        double[] mean = centred ? slots[1] : v;
        double[] b = mu == 0 ? v : slots[slots.length - 1];
        for (int i = from; i < to; i++) {
            double d = g[i] + lambda * w[i];
            double next = alpha * v[i] + rest * (d * d);
            v[i] = next;
            double spread = next;
            if (centred) {
                double m = alpha * mean[i] + rest * d;
                mean[i] = m;
                spread = next - m * m;
            }
            double root = (double) Math.sqrt(spread) + eps;
            if (mu == 0) {
                w[i] = w[i] - (eta * d) / root;
            } else {
                double buffer = mu * b[i] + d / root;
                b[i] = buffer;
                w[i] = w[i] - eta * buffer;
            }
        }
    }

    /// @param c learning rate of this step, weight decay, what the accumulator begins with, epsilon
    static void adagrad(/**/ double[] c, double[] w, double[] g, double[][] slots, int from, int to) {
        double eta = (double) c[0];
        double lambda = (double) c[1];
        double initial = (double) c[2];
        double eps = (double) c[3];
        double[] s = slots[0];
        for (int i = from; i < to; i++) {
            double d = g[i] + lambda * w[i];
            double next = s[i] + d * d;
            s[i] = next;
            w[i] = w[i] - (eta * d) / ((double) Math.sqrt(next + initial) + eps);
        }
    }

    /// @param c learning rate, weight decay, rho, 1 - rho, epsilon
    static void adadelta(/**/ double[] c, double[] w, double[] g, double[][] slots, int from, int to) {
        double eta = (double) c[0];
        double lambda = (double) c[1];
        double rho = (double) c[2];
        double rest = (double) c[3];
        double eps = (double) c[4];
        double[] v = slots[0];
        double[] u = slots[1];
        for (int i = from; i < to; i++) {
            double d = g[i] + lambda * w[i];
            double next = rho * v[i] + rest * (d * d);
            v[i] = next;
            double delta = (double) Math.sqrt((u[i] + eps) / (next + eps)) * d;
            u[i] = rho * u[i] + rest * (delta * delta);
            w[i] = w[i] - eta * delta;
        }
    }

    /// @param c learning rate, what the parameter is multiplied by first, beta1, 1 - beta1, beta2, 1 - beta2
    static void lion(/**/ double[] c, double[] w, double[] g, double[][] slots, int from, int to) {
        double eta = (double) c[0];
        double keep = (double) c[1];
        double b1 = (double) c[2];
        double a1 = (double) c[3];
        double b2 = (double) c[4];
        double a2 = (double) c[5];
        double[] m = slots[0];
        for (int i = from; i < to; i++) {
            double blend = b1 * m[i] + a1 * g[i];
            m[i] = b2 * m[i] + a2 * g[i];
            w[i] = w[i] * keep - eta * (double) Math.signum(blend);
        }
    }
}
