package io.netwright.tensor.kernel;

/// More elementwise functions, each with its derivative: those that have a parameter or several steps.
final class DoubleActivations {

    /// `sqrt(2 / pi)` and the cubic term of the tanh form of GELU (Hendrycks and Gimpel, 2016).
    private static final double GELU_SCALE = (double) Math.sqrt(2 / Math.PI);

    private static final double GELU_CUBIC = (double) 0.044715;

    private DoubleActivations() {}

    static void unary(UnaryFn fn, double alpha, double[] x, double[] y, int n) {
        switch (fn) {
            case AT_LEAST -> {
                for (int i = 0; i < n; i++) {
                    y[i] = Math.max(x[i], alpha);
                }
            }
            case AT_MOST -> {
                for (int i = 0; i < n; i++) {
                    y[i] = Math.min(x[i], alpha);
                }
            }
            case POWER -> {
                for (int i = 0; i < n; i++) {
                    y[i] = (double) Math.pow(x[i], alpha);
                }
            }
            case ELU -> {
                for (int i = 0; i < n; i++) {
                    y[i] = x[i] > 0 ? x[i] : alpha * (double) Math.expm1(x[i]);
                }
            }
            case SILU -> {
                for (int i = 0; i < n; i++) {
                    y[i] = x[i] * DoubleElementwise.sigmoid(x[i]);
                }
            }
            case GELU_TANH -> {
                for (int i = 0; i < n; i++) {
                    y[i] = x[i] * (1 + bend(x[i])) / 2;
                }
            }
            default -> throw new IllegalArgumentException(fn.text());
        }
    }

    static void unaryGrad(UnaryFn fn, double alpha, double[] x, double[] y, double[] dy, double[] dx, int n) {
        switch (fn) {
            case AT_LEAST -> {
                for (int i = 0; i < n; i++) {
                    dx[i] = x[i] > alpha ? dy[i] : 0;
                }
            }
            case AT_MOST -> {
                for (int i = 0; i < n; i++) {
                    dx[i] = x[i] < alpha ? dy[i] : 0;
                }
            }
            case POWER -> {
                for (int i = 0; i < n; i++) {
                    dx[i] = dy[i] * alpha * (double) Math.pow(x[i], alpha - 1);
                }
            }
            case ELU -> {
                for (int i = 0; i < n; i++) {
                    dx[i] = x[i] > 0 ? dy[i] : dy[i] * (y[i] + alpha);
                }
            }
            case SILU -> {
                for (int i = 0; i < n; i++) {
                    double s = DoubleElementwise.sigmoid(x[i]);
                    dx[i] = dy[i] * (s + y[i] * (1 - s));
                }
            }
            case GELU_TANH -> {
                for (int i = 0; i < n; i++) {
                    double t = bend(x[i]);
                    double inner = GELU_SCALE * (1 + 3 * GELU_CUBIC * x[i] * x[i]);
                    dx[i] = dy[i] * (1 + t + x[i] * (1 - t * t) * inner) / 2;
                }
            }
            default -> throw new IllegalArgumentException(fn.text());
        }
    }

    private static double bend(double x) {
        return (double) Math.tanh(GELU_SCALE * (x + GELU_CUBIC * x * x * x));
    }

    /// The logarithm of the softmax of each row.
    static void logSoftmax(int rows, int cols, double[] x, double[] y) {
        for (int at = 0; at < rows * cols; at += cols) {
            double max = x[at];
            for (int i = at + 1; i < at + cols; i++) {
                max = Math.max(max, x[i]);
            }
            double total = 0;
            for (int i = at; i < at + cols; i++) {
                total += (double) Math.exp(x[i] - max);
            }
            double log = (double) Math.log(total);
            for (int i = at; i < at + cols; i++) {
                y[i] = x[i] - max - log;
            }
        }
    }
}
