package io.netwright.tensor.kernel;

/// Rows to variance 1, and back.
final class DoubleNormalise {

    private DoubleNormalise() {}

    static void forward(boolean centred, double epsilon, int rows, int cols, double[] x, double[] y) {
        for (int r = 0; r < rows; r++) {
            int at = r * cols;
            double mean = centred ? mean(x, at, cols) : 0;
            double scale = scale(mean, epsilon, x, at, cols);
            for (int i = at; i < at + cols; i++) {
                y[i] = (x[i] - mean) * scale;
            }
        }
    }

    static void backward(
            boolean centred, double epsilon, int rows, int cols, double[] x, double[] y, double[] dy, double[] dx) {
        for (int r = 0; r < rows; r++) {
            int at = r * cols;
            double scale = scale(centred ? mean(x, at, cols) : 0, epsilon, x, at, cols);
            double mean = centred ? mean(dy, at, cols) : 0;
            double along = DoubleReduction.dot(y, dy, at, cols) / cols;
            for (int i = at; i < at + cols; i++) {
                dx[i] = (dy[i] - mean - y[i] * along) * scale;
            }
        }
    }

    private static double mean(double[] x, int at, int n) {
        return DoubleReduction.total(x, at, n) / n;
    }

    private static double scale(double mean, double epsilon, double[] x, int at, int n) {
        return 1 / (double) Math.sqrt(DoubleReduction.squares(x, mean, at, n) / n + epsilon);
    }
}
