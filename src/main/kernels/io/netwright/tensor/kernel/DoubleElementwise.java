package io.netwright.tensor.kernel;

/// Loops over elements that do not see one another. Each function has a loop of its own, so that HotSpot can vectorise
/// it.
final class DoubleElementwise {

    private DoubleElementwise() {}

    static void affine(double scale, double shift, double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = scale * x[i] + shift;
        }
    }

    static void unary(UnaryFn fn, double alpha, double[] x, double[] y, int n) {
        switch (fn) {
            case NEGATE -> {
                for (int i = 0; i < n; i++) {
                    y[i] = -x[i];
                }
            }
            case SQUARE -> {
                for (int i = 0; i < n; i++) {
                    y[i] = x[i] * x[i];
                }
            }
            case SQRT -> {
                for (int i = 0; i < n; i++) {
                    y[i] = (double) Math.sqrt(x[i]);
                }
            }
            case RSQRT -> {
                for (int i = 0; i < n; i++) {
                    y[i] = 1 / (double) Math.sqrt(x[i]);
                }
            }
            case RECIPROCAL -> {
                for (int i = 0; i < n; i++) {
                    y[i] = 1 / x[i];
                }
            }
            case EXP -> Exponentials.exp(x, y, n);
            case LOG -> {
                for (int i = 0; i < n; i++) {
                    y[i] = (double) Math.log(x[i]);
                }
            }
            case ABS -> {
                for (int i = 0; i < n; i++) {
                    y[i] = Math.abs(x[i]);
                }
            }
            case RELU -> {
                for (int i = 0; i < n; i++) {
                    y[i] = Math.max(x[i], 0);
                }
            }
            case LEAKY_RELU -> {
                for (int i = 0; i < n; i++) {
                    y[i] = x[i] > 0 ? x[i] : alpha * x[i];
                }
            }
            case SIGMOID -> {
                for (int i = 0; i < n; i++) {
                    y[i] = VectorMath.sigmoid(x[i]);
                }
            }
            case TANH -> {
                for (int i = 0; i < n; i++) {
                    y[i] = VectorMath.tanh(x[i]);
                }
            }
            case GELU -> Normal.gelu(x, y, n);
            case SOFTPLUS -> {
                for (int i = 0; i < n; i++) {
                    y[i] = (double) (Math.max(x[i], 0) + Math.log1p(Math.exp(-Math.abs(x[i]))));
                }
            }
            case AT_LEAST, AT_MOST, POWER, ELU, SILU, GELU_TANH -> DoubleActivations.unary(fn, alpha, x, y, n);
        }
    }

    /// The derivatives, in one table with [#unary]: `dx = dy * fn'(x)`.
    static void unaryGrad(UnaryFn fn, double alpha, double[] x, double[] y, double[] dy, double[] dx, int n) {
        switch (fn) {
            case NEGATE -> {
                for (int i = 0; i < n; i++) {
                    dx[i] = -dy[i];
                }
            }
            case SQUARE -> {
                for (int i = 0; i < n; i++) {
                    dx[i] = 2 * x[i] * dy[i];
                }
            }
            case SQRT -> {
                for (int i = 0; i < n; i++) {
                    dx[i] = dy[i] / (2 * y[i]);
                }
            }
            case RSQRT -> {
                for (int i = 0; i < n; i++) {
                    dx[i] = -dy[i] * y[i] * y[i] * y[i] / 2;
                }
            }
            case RECIPROCAL -> {
                for (int i = 0; i < n; i++) {
                    dx[i] = -dy[i] * y[i] * y[i];
                }
            }
            case EXP -> {
                for (int i = 0; i < n; i++) {
                    dx[i] = dy[i] * y[i];
                }
            }
            case LOG -> {
                for (int i = 0; i < n; i++) {
                    dx[i] = dy[i] / x[i];
                }
            }
            case ABS -> {
                for (int i = 0; i < n; i++) {
                    dx[i] = dy[i] * Math.signum(x[i]);
                }
            }
            case RELU -> {
                // the sign of y is 1 or 0; a product is vectorised, where a choice would be guessed wrong half the time
                for (int i = 0; i < n; i++) {
                    dx[i] = dy[i] * Math.signum(y[i]);
                }
            }
            case LEAKY_RELU -> {
                for (int i = 0; i < n; i++) {
                    dx[i] = x[i] > 0 ? dy[i] : alpha * dy[i];
                }
            }
            case SIGMOID -> {
                for (int i = 0; i < n; i++) {
                    dx[i] = dy[i] * y[i] * (1 - y[i]);
                }
            }
            case TANH -> {
                for (int i = 0; i < n; i++) {
                    dx[i] = dy[i] * (1 - y[i] * y[i]);
                }
            }
            case GELU -> Normal.geluGrad(x, dy, dx, n);
            case SOFTPLUS -> {
                for (int i = 0; i < n; i++) {
                    dx[i] = dy[i] * sigmoid(x[i]);
                }
            }
            case AT_LEAST, AT_MOST, POWER, ELU, SILU, GELU_TANH ->
                DoubleActivations.unaryGrad(fn, alpha, x, y, dy, dx, n);
        }
    }

    /// The 53 random bits of an element are below `limit` or not, which the sign of the difference says without a
    /// branch.
    static void randomMask(long key, long limit, double kept, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            long below = ((SplitMix.mix(key + i) >>> 11) - limit) >> 63;
            y[i] = kept * (1 + below);
        }
    }

    /// Never overflows: the exponent is never positive.
    static double sigmoid(double x) {
        double e = (double) Math.exp(-Math.abs(x));
        return x >= 0 ? 1 / (1 + e) : e / (1 + e);
    }
}
