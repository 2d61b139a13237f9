package io.netwright.program.init;

import java.util.random.RandomGenerator;

/// Random numbers for initialisers.
final class Draw {

    /// How many deviations a truncated normal distribution reaches to either side.
    private static final double REACH = 2;

    private Draw() {}

    /// Fills `out` uniformly in [-limit, limit).
    static void uniform(double[] out, double limit, RandomGenerator random) {
        uniform(out, -limit, limit, random);
    }

    /// Fills `out` uniformly in [low, high).
    static void uniform(double[] out, double low, double high, RandomGenerator random) {
        double middle = (low + high) / 2;
        double half = (high - low) / 2;
        for (int i = 0; i < out.length; i++) {
            out[i] = middle + (2 * random.nextDouble() - 1) * half;
        }
    }

    /// Fills `out` from the normal distribution with mean 0.
    static void normal(double[] out, double deviation, RandomGenerator random) {
        for (int i = 0; i < out.length; i++) {
            out[i] = random.nextGaussian() * deviation;
        }
    }

    /// Fills `out` from the normal distribution, drawing again what lies more than two deviations off the mean.
    static void truncatedNormal(double[] out, double mean, double deviation, RandomGenerator random) {
        for (int i = 0; i < out.length; i++) {
            double g;
            do {
                g = random.nextGaussian();
            } while (Math.abs(g) > REACH);
            out[i] = mean + g * deviation;
        }
    }

    /// Fills a matrix of `rows` by `cols` with rows, or where there are more of them columns, that are orthogonal and
    /// of length 1, every such matrix being as likely (Mezzadri 2007): the Q of a normal matrix, with the signs of R's
    /// diagonal.
    static void orthogonal(double[] out, int rows, int cols, RandomGenerator random) {
        boolean tall = rows >= cols;
        int count = Math.min(rows, cols);
        int length = Math.max(rows, cols);
        double[][] vectors = new double[count][length];
        for (double[] v : vectors) {
            normal(v, 1, random);
        }
        // Gram and Schmidt, twice: once leaves rounding errors where vectors are nearly parallel
        for (int k = 0; k < count; k++) {
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j < k; j++) {
                    add(vectors[k], -dot(vectors[k], vectors[j]), vectors[j]);
                }
            }
            double norm = Math.sqrt(dot(vectors[k], vectors[k]));
            for (int i = 0; i < length; i++) {
                vectors[k][i] /= norm;
            }
        }
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < length; i++) {
                out[tall ? i * cols + k : k * cols + i] = vectors[k][i];
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] a, double factor, double[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] += factor * b[i];
        }
    }
}
