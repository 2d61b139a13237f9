package io.netwright.tensor.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.tensor.Precision;
import io.netwright.tensor.Tensor;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Softmax, cross-entropy, sums and repeated rows against their definitions, for small numbers and for numbers whose
/// exponentials float32 does not have.
class RowKernelsTest {

    private static Tensor random(double scale, int... dims) {
        Tensor t = Tensor.zeros(Precision.FLOAT32, dims);
        Random random = new Random(5);
        for (int i = 0; i < t.size(); i++) {
            t.set(i, scale * random.nextGaussian());
        }
        return t;
    }

    private static Tensor zeros(int... dims) {
        return Tensor.zeros(Precision.FLOAT32, dims);
    }

    /// The definition, with the largest exponent taken away.
    private static double[] softmax(Tensor x, int from, int n, double scale) {
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            max = Math.max(max, scale * x.get(from + i));
        }
        double sum = 0;
        double[] p = new double[n];
        for (int i = 0; i < n; i++) {
            p[i] = Math.exp(scale * x.get(from + i) - max);
            sum += p[i];
        }
        for (int i = 0; i < n; i++) {
            p[i] /= sum;
        }
        return p;
    }

    @ParameterizedTest
    @CsvSource({"1, true", "1, false", "300, true", "300, false"})
    void attentionIsTheSoftmaxOfWhatIsSeen(double size, boolean causal) {
        Tensor x = random(size, 2, 3, 7, 7);
        Tensor y = zeros(2, 3, 7, 7);
        SequenceKernels.of(y).attentionSoftmax(0.5, causal, x, null, y);
        for (int row = 0; row < 2 * 3 * 7; row++) {
            int seen = causal ? row % 7 + 1 : 7;
            double[] expected = softmax(x, row * 7, seen, 0.5);
            for (int i = 0; i < 7; i++) {
                assertEquals(i < seen ? expected[i] : 0, y.get(row * 7 + i), 1e-6);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 30, 300})
    void crossEntropyIsTheLogarithmOfTheSoftmax(double size) {
        int rows = 9;
        int cols = 17;
        Tensor z = random(size, rows, cols);
        Tensor t = zeros(rows);
        Tensor dy = zeros(rows);
        for (int r = 0; r < rows; r++) {
            t.set(r, r);
            dy.set(r, 0.25);
        }
        Tensor loss = zeros(rows);
        Tensor dz = zeros(rows, cols);
        Kernels.of(z).crossEntropy(true, z, t, loss);
        Kernels.of(z).crossEntropyGrad(true, z, t, dy, dz);
        for (int r = 0; r < rows; r++) {
            double[] p = softmax(z, r * cols, cols, 1);
            // far out the probability itself vanishes in float64, the loss does not
            if (p[r] > 1e-300) {
                assertEquals(-Math.log(p[r]), loss.get(r), 3e-7 * (10 + size));
            }
            for (int i = 0; i < cols; i++) {
                assertEquals(0.25 * (p[i] - (i == r ? 1 : 0)), dz.get(r * cols + i), 1e-6);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 17, 65})
    void rowsComeToMeanZeroAndVarianceOne(int cols) {
        Tensor x = random(3, 4, cols);
        Tensor y = zeros(4, cols);
        SequenceKernels.of(x).normalise(true, 1e-5, x, y);
        for (int r = 0; r < 4; r++) {
            double mean = 0;
            double square = 0;
            for (int i = 0; i < cols; i++) {
                mean += x.get(r * cols + i) / cols;
            }
            for (int i = 0; i < cols; i++) {
                square += Math.pow(x.get(r * cols + i) - mean, 2) / cols;
            }
            for (int i = 0; i < cols; i++) {
                double expected = (x.get(r * cols + i) - mean) / Math.sqrt(square + 1e-5);
                assertEquals(expected, y.get(r * cols + i), 2e-6 * Math.max(1, Math.abs(expected)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 17, 65})
    void columnsAreAddedUp(int cols) {
        Tensor x = random(1, 5, 13, cols);
        Tensor y = zeros(cols);
        Kernels.of(x).reduceSum(List.of(0, 1), 0.5, x, y);
        for (int c = 0; c < cols; c++) {
            double sum = 0;
            for (int r = 0; r < 65; r++) {
                sum += x.get(r * cols + c);
            }
            assertEquals(sum / 2, y.get(c), 1e-5);
        }
    }

    @ParameterizedTest
    @EnumSource(BinaryFn.class)
    void aRowIsRepeated(BinaryFn fn) {
        Tensor a = random(1, 11, 7);
        Tensor b = random(2, 7);
        Tensor y = zeros(11, 7);
        Kernels.of(a).binary(fn, a, b, y);
        double[] expected = new double[77];
        for (int i = 0; i < 77; i++) {
            double p = a.get(i);
            double q = b.get(i % 7);
            expected[i] = switch (fn) {
                case ADD -> p + q;
                case SUB -> p - q;
                case MUL -> p * q;
                case DIV -> p / q;
                case MAX -> Math.max(p, q);
            };
        }
        assertArrayEquals(expected, y.toArray(), 1e-5);
        assertTrue(b.get(0) != 0);
    }
}
