package io.netwright.tensor.kernel;

/// Softmax and cross-entropy, row by row. The largest logit is subtracted first, so that no exponential overflows.
///
/// The exponentials of all rows are taken at once, since that is where the time goes.
final class DoubleRows {

    private static final ThreadLocal<double[]> SCRATCH = ThreadLocal.withInitial(() -> new double[0]);

    private DoubleRows() {}

    private static double[] scratch(int size) {
        double[] s = SCRATCH.get();
        if (s.length < size) {
            s = new double[size];
            SCRATCH.set(s);
        }
        return s;
    }

    static void softmax(int rows, int cols, double[] x, double[] y) {
        exponentials(rows, cols, x, y);
        for (int at = 0; at < rows * cols; at += cols) {
            scale(y, at, cols, 1 / DoubleReduction.total(y, at, cols));
        }
    }

    /// `y = e^(x - max)`, with the largest of each row
    private static void exponentials(int rows, int cols, double[] x, double[] y) {
        for (int at = 0; at < rows * cols; at += cols) {
            double max = max(x, at, cols);
            for (int i = at; i < at + cols; i++) {
                y[i] = x[i] - max;
            }
        }
        Exponentials.exp(y, y, rows * cols);
    }

    private static void scale(double[] y, int at, int n, double by) {
        for (int i = at; i < at + n; i++) {
            y[i] *= by;
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
        double[] e = scratch(rows * cols);
        exponentials(rows, cols, z, e);
        for (int r = 0; r < rows; r++) {
            int at = r * cols;
            double logSum = max(z, at, cols) + (double) Math.log(DoubleReduction.total(e, at, cols));
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
        exponentials(rows, cols, z, dz);
        for (int r = 0; r < rows; r++) {
            int at = r * cols;
            double total = DoubleReduction.total(dz, at, cols);
            if (indices) {
                scale(dz, at, cols, dy[r] / total);
                dz[at + (int) t[r]] -= dy[r];
            } else {
                double share = DoubleReduction.total(t, at, cols) / total;
                for (int i = at; i < at + cols; i++) {
                    dz[i] = dy[r] * (dz[i] * share - t[i]);
                }
            }
        }
    }

    private static double max(double[] x, int at, int n) {
        double max = x[at];
        for (int i = at + 1; i < at + n; i++) {
            max = Math.max(max, x[i]);
        }
        return max;
    }
}
