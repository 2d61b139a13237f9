package io.netwright.tensor.kernel;

/// Softmax and cross-entropy, row by row. The largest logit is subtracted first where an exponential might
/// overflow.
///
/// The exponentials of all rows are taken at once, since that is where the time goes.
final class DoubleRows {

    private static final double LEAST = (double) 1e-6;
    private static final double MOST = (double) 1e6;

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
            double max = DoubleReduction.max(x, at, cols);
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
            double dot = DoubleReduction.dot(y, dy, at, cols);
            for (int i = at; i < at + cols; i++) {
                dx[i] = y[i] * (dy[i] - dot);
            }
        }
    }

    /// The exponentials of the logits themselves, where none of their sums is so large or small that digits are lost;
    /// otherwise, row by row, of what they are above the largest.
    static void crossEntropy(boolean indices, int rows, int cols, double[] z, double[] t, double[] loss) {
        double[] e = scratch(rows * cols);
        Exponentials.exp(z, e, rows * cols);
        for (int r = 0; r < rows; r++) {
            int at = r * cols;
            double sum = DoubleReduction.total(e, at, cols);
            double logSum = isPlain(sum) ? (double) Math.log(sum) : careful(z, e, at, cols);
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
        Exponentials.exp(z, dz, rows * cols);
        for (int r = 0; r < rows; r++) {
            int at = r * cols;
            double total = DoubleReduction.total(dz, at, cols);
            if (!isPlain(total)) {
                careful(z, dz, at, cols);
                total = DoubleReduction.total(dz, at, cols);
            }
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

    /// @return whether a sum of exponentials came about without loss: each exponent is then small enough to have all
    ///     the digits that count, and what is too small to be seen beside the others is that in truth as well
    static boolean isPlain(double sum) {
        return sum > LEAST && sum < MOST;
    }

    /// Makes `e` the exponentials of one row above its largest number.
    ///
    /// @return the logarithm of the sum of the exponentials of the row itself
    private static double careful(double[] z, double[] e, int at, int cols) {
        double max = DoubleReduction.max(z, at, cols);
        for (int i = at; i < at + cols; i++) {
            e[i] = z[i] - max;
        }
        Exponentials.exp(e, e, at, at + cols);
        return max + (double) Math.log(DoubleReduction.total(e, at, cols));
    }
}
