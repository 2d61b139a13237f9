package io.netwright.train.optimizer;

/// The loops of Adam and its kin in float64.
///
/// `c` begins with weight decay (the share of the parameter that is added to the gradient), beta1, 1 - beta1, beta2,
/// 1 - beta2, epsilon; slots begin with the first and the second moment.
final class DoubleAdamUpdates {

    private DoubleAdamUpdates() {}

    /// @param c behind the common ones: what the parameter is multiplied by first, learning rate, `1 / (1 - beta1^t)`,
    ///          `1 / (1 - beta2^t)`
    static void adam(/**/ double[] c, double[] w, double[] g, double[][] slots, int from, int to) {
        double lambda = (double) c[0];
        double b1 = (double) c[1];
        double a1 = (double) c[2];
        double b2 = (double) c[3];
        double a2 = (double) c[4];
        double eps = (double) c[5];
        double keep = (double) c[6];
        double eta = (double) c[7];
        double c1 = (double) c[8];
        double c2 = (double) c[9];
        double[] m = slots[0];
        double[] v = slots[1];
        for (int i = from; i < to; i++) {
            double d = g[i] + lambda * w[i];
            double mNext = b1 * m[i] + a1 * d;
            double vNext = b2 * v[i] + a2 * (d * d);
            m[i] = mNext;
            v[i] = vNext;
            w[i] = w[i] * keep - (eta * (mNext * c1)) / ((double) Math.sqrt(vNext * c2) + eps);
        }
    }

    /// @param c     as [#adam]
    /// @param slots behind the moments, the greatest second moment so far
    static void amsgrad(/**/ double[] c, double[] w, double[] g, double[][] slots, int from, int to) {
        double lambda = (double) c[0];
        double b1 = (double) c[1];
        double a1 = (double) c[2];
        double b2 = (double) c[3];
        double a2 = (double) c[4];
        double eps = (double) c[5];
        double keep = (double) c[6];
        double eta = (double) c[7];
        double c1 = (double) c[8];
        double c2 = (double) c[9];
        double[] m = slots[0];
        double[] v = slots[1];
        double[] most = slots[2];
        for (int i = from; i < to; i++) {
            double d = g[i] + lambda * w[i];
            double mNext = b1 * m[i] + a1 * d;
            double vNext = b2 * v[i] + a2 * (d * d);
            double greatest = Math.max(most[i], vNext);
            m[i] = mNext;
            v[i] = vNext;
            most[i] = greatest;
            w[i] = w[i] * keep - (eta * (mNext * c1)) / ((double) Math.sqrt(greatest * c2) + eps);
        }
    }

    /// @param c behind the common ones: `1 / (1 - beta2^t)`, the rate of the gradient, the rate of the first moment
    static void nadam(/**/ double[] c, double[] w, double[] g, double[][] slots, int from, int to) {
        double lambda = (double) c[0];
        double b1 = (double) c[1];
        double a1 = (double) c[2];
        double b2 = (double) c[3];
        double a2 = (double) c[4];
        double eps = (double) c[5];
        double c2 = (double) c[6];
        double now = (double) c[7];
        double ahead = (double) c[8];
        double[] m = slots[0];
        double[] v = slots[1];
        for (int i = from; i < to; i++) {
            double d = g[i] + lambda * w[i];
            double mNext = b1 * m[i] + a1 * d;
            double vNext = b2 * v[i] + a2 * (d * d);
            m[i] = mNext;
            v[i] = vNext;
            w[i] = w[i] - (now * d + ahead * mNext) / ((double) Math.sqrt(vNext * c2) + eps);
        }
    }

    /// @param c behind the common ones: learning rate divided by `1 - beta1^t`; the rectification times
    ///          `sqrt(1 - beta2^t)`, or 0 where the second moment is not trusted yet
    static void radam(/**/ double[] c, double[] w, double[] g, double[][] slots, int from, int to) {
        double lambda = (double) c[0];
        double b1 = (double) c[1];
        double a1 = (double) c[2];
        double b2 = (double) c[3];
        double a2 = (double) c[4];
        double eps = (double) c[5];
        double eta = (double) c[6];
        double rectified = (double) c[7];
        double[] m = slots[0];
        double[] v = slots[1];
        for (int i = from; i < to; i++) {
            double d = g[i] + lambda * w[i];
            double mNext = b1 * m[i] + a1 * d;
            double vNext = b2 * v[i] + a2 * (d * d);
            m[i] = mNext;
            v[i] = vNext;
            double step = eta * mNext;
            w[i] = w[i] - (rectified == 0 ? step : (step * rectified) / ((double) Math.sqrt(vNext) + eps));
        }
    }

    /// @param c     behind the common ones: learning rate divided by `1 - beta1^t`
    /// @param slots the second is the greatest gradient, fading
    static void adamax(/**/ double[] c, double[] w, double[] g, double[][] slots, int from, int to) {
        double lambda = (double) c[0];
        double b1 = (double) c[1];
        double a1 = (double) c[2];
        double b2 = (double) c[3];
        double eps = (double) c[5];
        double eta = (double) c[6];
        double[] m = slots[0];
        double[] u = slots[1];
        for (int i = from; i < to; i++) {
            double d = g[i] + lambda * w[i];
            double mNext = b1 * m[i] + a1 * d;
            double uNext = Math.max(b2 * u[i], Math.abs(d) + eps);
            m[i] = mNext;
            u[i] = uNext;
            w[i] = w[i] - (eta * mNext) / uNext;
        }
    }
}
