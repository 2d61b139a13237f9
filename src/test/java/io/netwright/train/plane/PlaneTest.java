package io.netwright.train.plane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.data.Rng;
import org.junit.jupiter.api.Test;

/// Against what is known of both: distances that a plane can keep are kept, the gradient is that of the divergence as
/// the paper defines it, the perplexity is the one asked for, and groups stay groups.
class PlaneTest {

    /// Points of a plane that lies askew in six dimensions.
    @Test
    void pcaKeepsEveryDistanceOfVectorsThatLieInAPlane() {
        Rng random = new Rng(3);
        double[] u = {0.5, 0.5, 0.5, 0.5, 0, 0};
        double[] v = {0.5, -0.5, 0.5, -0.5, 0, 0};
        int n = 20;
        double[] vectors = new double[6 * n];
        double[] flat = new double[2 * n];
        for (int i = 0; i < n; i++) {
            flat[2 * i] = 5 * random.gaussian();
            flat[2 * i + 1] = random.gaussian();
            for (int k = 0; k < 6; k++) {
                vectors[6 * i + k] = 7 + flat[2 * i] * u[k] + flat[2 * i + 1] * v[k];
            }
        }
        double[] places = Pca.plane(vectors, 6);
        double first = 0;
        double second = 0;
        for (int i = 0; i < n; i++) {
            first += places[2 * i] * places[2 * i];
            second += places[2 * i + 1] * places[2 * i + 1];
            for (int j = 0; j < i; j++) {
                assertEquals(distance(flat, i, j), distance(places, i, j), 1e-9);
            }
        }
        assertTrue(first > second, "the first axis is the longer one");
    }

    private static double distance(double[] y, int i, int j) {
        return Math.hypot(y[2 * i] - y[2 * j], y[2 * i + 1] - y[2 * j + 1]);
    }

    @Test
    void aRowHasThePerplexityThatWasAskedFor() {
        double[] distances = new double[30];
        for (int j = 0; j < distances.length; j++) {
            distances[j] = 0.3 * j * j;
        }
        for (double wanted : new double[] {2, 5, 9}) {
            double[] row = Tsne.row(distances, 0, wanted);
            double sum = 0;
            double entropy = 0;
            for (double p : row) {
                sum += p;
                entropy -= p > 0 ? p * Math.log(p) : 0;
            }
            assertEquals(1, sum, 1e-12);
            assertEquals(0, row[0]);
            assertEquals(wanted, Math.exp(entropy), 1e-6);
        }
    }

    @Test
    void theGradientIsTheDerivativeOfTheDivergence() {
        Rng random = new Rng(5);
        double[] vectors = new double[7 * 4];
        double[] y = new double[2 * 7];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = random.gaussian();
        }
        for (int i = 0; i < y.length; i++) {
            y[i] = random.gaussian();
        }
        double[] p = Tsne.neighbours(vectors, 4, 2);
        double[] expected = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            double h = 1e-6;
            double[] more = y.clone();
            double[] less = y.clone();
            more[i] += h;
            less[i] -= h;
            expected[i] = (divergence(p, more) - divergence(p, less)) / (2 * h);
        }
        assertArrayEquals(expected, Tsne.gradient(p, y, 1), 1e-7);
    }

    /// Sum of p log(p / q) over all pairs, with q after the t-distribution with one degree of freedom.
    private static double divergence(double[] p, double[] y) {
        int n = y.length / 2;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                sum += i == j ? 0 : 1 / (1 + Math.pow(distance(y, i, j), 2));
            }
        }
        double divergence = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i != j) {
                    double q = 1 / (1 + Math.pow(distance(y, i, j), 2)) / sum;
                    divergence += p[i * n + j] * Math.log(p[i * n + j] / q);
                }
            }
        }
        return divergence;
    }

    @Test
    void groupsStayGroupsAndTheSameVectorsGiveTheSamePicture() {
        Rng random = new Rng(9);
        int n = 60;
        int width = 10;
        double[] vectors = new double[n * width];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < width; k++) {
                vectors[i * width + k] = random.gaussian() + (k == i % 3 ? 12 : 0);
            }
        }
        double[] y = Tsne.plane(vectors, width, 10);
        for (int i = 0; i < n; i++) {
            int nearest = -1;
            for (int j = 0; j < n; j++) {
                if (j != i && (nearest < 0 || distance(y, i, j) < distance(y, i, nearest))) {
                    nearest = j;
                }
            }
            assertEquals(i % 3, nearest % 3, "the neighbour of " + i + " is of its group");
        }
        assertArrayEquals(y, Tsne.plane(vectors, width, 10));
    }
}
