package io.netwright.tensor.kernel;

/// Softmax and cross-entropy, row by row. The largest logit is subtracted first, so that no exponential overflows.
final class DoubleRows {

    private DoubleRows() {}

    static void softmax(int rows, int cols, double[] x, double[] y) {
        for (int r = 0; r < rows; r++) {
            int at = r * cols;
            double max = max(x, at, cols);
            double total = 0;
            for (int i = at; i < at + cols; i++) {
                y[i] = (double) Math.exp(x[i] - max);
                total += y[i];
            }
            double scale = 1 / total;
            for (int i = at; i < at + cols; i++) {
                y[i] *= scale;
            }
        }
    }

    static void softmaxGrad(int rows, int cols, double[] y, double[] dy, double[] dx) {
        for (int r = 0; r < rows; r++) {
            int at = r * cols;
            double dot = 0;
            for (int i = at; i < at + cols; i++) {
                dot += y[i] * dy[i];
            }
            for (int i = at; i < at + cols; i++) {
                dx[i] = y[i] * (dy[i] - dot);
            }
        }
    }

    static void crossEntropy(boolean indices, int rows, int cols, double[] z, double[] t, double[] loss) {
        for (int r = 0; r < rows; r++) {
            int at = r * cols;
            double logSum = logSumExp(z, at, cols);
            if (indices) {
                loss[r] = logSum - z[at + (int) t[r]];
            } else {
                double total = 0;
                for (int i = at; i < at + cols; i++) {
                    total += t[i] * (logSum - z[i]);
                }
                loss[r] = total;
            }
        }
    }

    static void crossEntropyGrad(
            boolean indices, int rows, int cols, double[] z, double[] t, double[] dy, double[] dz) {
        for (int r = 0; r < rows; r++) {
            int at = r * cols;
            double logSum = logSumExp(z, at, cols);
            double mass = 1;
            if (!indices) {
                mass = 0;
                for (int i = at; i < at + cols; i++) {
                    mass += t[i];
                }
            }
            for (int i = at; i < at + cols; i++) {
                double target = indices ? 0 : t[i];
                dz[i] = dy[r] * (mass * (double) Math.exp(z[i] - logSum) - target);
            }
            if (indices) {
                dz[at + (int) t[r]] -= dy[r];
            }
        }
    }

    private static double logSumExp(double[] z, int at, int cols) {
        double max = max(z, at, cols);
        double total = 0;
        for (int i = at; i < at + cols; i++) {
            total += (double) Math.exp(z[i] - max);
        }
        return max + (double) Math.log(total);
    }

    private static double max(double[] x, int at, int n) {
        double max = x[at];
        for (int i = at + 1; i < at + n; i++) {
            max = Math.max(max, x[i]);
        }
        return max;
    }
}
