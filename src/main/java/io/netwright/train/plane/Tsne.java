package io.netwright.train.plane;

/// t-distributed stochastic neighbour embedding (van der Maaten and Hinton, JMLR 2008), exact: points of a plane that
/// are each other's neighbours as often as their vectors are. From the same vectors and places it always comes to the
/// same picture. Written here because the well-kept library that has it, Smile, is under the GPL; a few hundred points
/// need no approximation.
public final class Tsne {

    private static final int ROUNDS = 350;
    private static final int EXAGGERATED = 80;
    private static final double EXAGGERATION = 6;
    private static final double MOMENTUM_AT_FIRST = 0.5;
    private static final double MOMENTUM = 0.8;
    private static final double SPREAD_AT_FIRST = 1e-2;
    private static final double LEAST_GAIN = 0.01;
    private static final int HALVINGS = 60;
    private static final double TINY = 1e-12;

    private Tsne() {}

    /// @param vectors    one after the other, `width` numbers each. Not modified.
    /// @param width      of a vector
    /// @param perplexity how many neighbours a vector has, softly counted; less than a third of the vectors is used at
    ///                   most
    /// @return the place of each: x, y, x, y, ... around the origin
    public static double[] plane(double[] vectors, int width, double perplexity) {
        int n = vectors.length / width;
        double[] y = Pca.plane(vectors, width);
        if (n < 4) {
            return y;
        }
        double[] p = neighbours(vectors, width, Math.min(perplexity, (n - 1) / 3.0));
        double largest = TINY;
        for (double c : y) {
            largest = Math.max(largest, Math.abs(c));
        }
        for (int i = 0; i < y.length; i++) {
            y[i] *= SPREAD_AT_FIRST / largest;
        }
        double[] speed = new double[2 * n];
        double[] gain = new double[2 * n];
        java.util.Arrays.fill(gain, 1);
        double rate = Math.max(n / EXAGGERATION, 10);
        for (int round = 0; round < ROUNDS; round++) {
            double more = round < EXAGGERATED ? EXAGGERATION : 1;
            double[] gradient = gradient(p, y, more);
            double momentum = round < EXAGGERATED ? MOMENTUM_AT_FIRST : MOMENTUM;
            for (int i = 0; i < y.length; i++) {
                boolean against = gradient[i] > 0 == speed[i] > 0;
                gain[i] = Math.max(LEAST_GAIN, against ? gain[i] * 0.8 : gain[i] + 0.2);
                speed[i] = momentum * speed[i] - rate * gain[i] * gradient[i];
            }
            for (int i = 0; i < y.length; i++) {
                y[i] += speed[i];
            }
            centre(y);
        }
        return y;
    }

    private static void centre(double[] y) {
        for (int axis = 0; axis < 2; axis++) {
            double mean = 0;
            for (int i = axis; i < y.length; i += 2) {
                mean += 2 * y[i] / y.length;
            }
            for (int i = axis; i < y.length; i += 2) {
                y[i] -= mean;
            }
        }
    }

    /// @return how often each two are neighbours, symmetric, summing up to 1
    static double[] neighbours(double[] vectors, int width, double perplexity) {
        int n = vectors.length / width;
        double[] p = new double[n * n];
        double[] distances = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double d = 0;
                for (int k = 0; k < width; k++) {
                    double by = vectors[i * width + k] - vectors[j * width + k];
                    d += by * by;
                }
                distances[j] = d;
            }
            double[] row = row(distances, i, perplexity);
            for (int j = 0; j < n; j++) {
                p[i * n + j] += row[j] / (2 * n);
                p[j * n + i] += row[j] / (2 * n);
            }
        }
        return p;
    }

    /// @param distances squared, from `self` to each
    /// @return how likely each is the neighbour of `self`, from a bell curve as wide as the perplexity asks
    static double[] row(double[] distances, int self, double perplexity) {
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double nearest = Double.POSITIVE_INFINITY;
        for (int j = 0; j < distances.length; j++) {
            nearest = j == self ? nearest : Math.min(nearest, distances[j]);
        }
        double[] row = new double[distances.length];
        double beta = 1;
        for (int k = 0; k < HALVINGS; k++) {
            double sum = 0;
            double weighted = 0;
            for (int j = 0; j < row.length; j++) {
                // from the nearest, which changes no share and keeps the largest from vanishing
                row[j] = j == self ? 0 : Math.exp(-beta * (distances[j] - nearest));
                sum += row[j];
                weighted += row[j] * (j == self ? 0 : distances[j] - nearest);
            }
            for (int j = 0; j < row.length; j++) {
                row[j] /= sum;
            }
            double entropy = Math.log(sum) + beta * weighted / sum;
            if (entropy > Math.log(perplexity)) {
                low = beta;
                beta = high == Double.POSITIVE_INFINITY ? 2 * beta : (beta + high) / 2;
            } else {
                high = beta;
                beta = (beta + low) / 2;
            }
        }
        return row;
    }

    /// @param more what neighbours are multiplied by
    /// @return the derivative of the Kullback-Leibler divergence of the plane's neighbours from `p` by each coordinate
    static double[] gradient(double[] p, double[] y, double more) {
        int n = y.length / 2;
        double[] near = new double[n * n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double q = near(y, i, j);
                near[i * n + j] = q;
                near[j * n + i] = q;
                sum += 2 * q;
            }
        }
        double[] gradient = new double[2 * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double q = near[i * n + j];
                double pull = 4 * (more * p[i * n + j] - q / sum) * q;
                gradient[2 * i] += pull * (y[2 * i] - y[2 * j]);
                gradient[2 * i + 1] += pull * (y[2 * i + 1] - y[2 * j + 1]);
            }
        }
        return gradient;
    }

    private static double near(double[] y, int i, int j) {
        double dx = y[2 * i] - y[2 * j];
        double dy = y[2 * i + 1] - y[2 * j + 1];
        return 1 / (1 + dx * dx + dy * dy);
    }
}
