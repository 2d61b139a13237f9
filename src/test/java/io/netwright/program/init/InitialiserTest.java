package io.netwright.program.init;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.program.init.Initialiser.Fans;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Each initialiser by what its paper says of mean, deviation and limits, over enough numbers that chance hardly
/// matters.
class InitialiserTest {

    private static final int[] DIMS = {250, 400};
    private static final Fans FANS = new Fans(250, 400);

    /// @param limit beyond which nothing may lie; infinite for no limit
    record Spread(Initialiser init, double mean, double deviation, double limit) {}

    static Stream<Spread> spreads() {
        double glorot = Math.sqrt(2.0 / 650);
        double he = Math.sqrt(2.0 / 250);
        double lecun = Math.sqrt(1.0 / 250);
        double none = Double.POSITIVE_INFINITY;
        return Stream.of(
                new Spread(new Initialiser.GlorotUniform(), 0, glorot, Math.sqrt(6.0 / 650)),
                new Spread(new Initialiser.GlorotNormal(), 0, glorot, none),
                new Spread(new Initialiser.HeUniform(), 0, he, Math.sqrt(6.0 / 250)),
                new Spread(new Initialiser.HeNormal(), 0, he, none),
                new Spread(new Initialiser.LecunUniform(), 0, lecun, Math.sqrt(3.0 / 250)),
                new Spread(new Initialiser.LecunNormal(), 0, lecun, none),
                new Spread(new Initialiser.Uniform(-1, 3), 1, 4 / Math.sqrt(12), 3),
                new Spread(new Initialiser.Normal(2, 0.5), 2, 0.5, none),
                // a normal distribution cut at two deviations has 0.8796 of its deviation (Johnson, Kotz, Balakrishnan:
                // Continuous univariate distributions, 13.10.1)
                new Spread(new Initialiser.TruncatedNormal(0, 0.1), 0, 0.08796, 0.2),
                new Spread(new Initialiser.Zeros(), 0, 0, 0),
                new Spread(new Initialiser.Ones(), 1, 0, 1),
                new Spread(new Initialiser.Constant(-2), -2, 0, 2));
    }

    @ParameterizedTest
    @MethodSource("spreads")
    void hasTheSpreadThatItsPaperSays(Spread s) {
        double[] out = filled(s.init(), DIMS);
        double mean = Arrays.stream(out).average().orElseThrow();
        double deviation = Math.sqrt(
                Arrays.stream(out).map(x -> (x - mean) * (x - mean)).average().orElseThrow());
        assertEquals(s.mean(), mean, 0.02 * s.deviation() + 1e-15);
        assertEquals(s.deviation(), deviation, 0.01 * s.deviation() + 1e-15);
        assertTrue(Arrays.stream(out).allMatch(x -> Math.abs(x) <= s.limit()));
    }

    @ParameterizedTest
    @CsvSource({"5, 3", "3, 5", "17, 17", "1, 4"})
    void orthogonalIsOrthogonal(int rows, int cols) {
        double[] w = filled(new Initialiser.Orthogonal(2), rows, cols);
        int count = Math.min(rows, cols);
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                double dot = 0;
                for (int k = 0; k < Math.max(rows, cols); k++) {
                    dot += rows >= cols ? w[k * cols + i] * w[k * cols + j] : w[i * cols + k] * w[j * cols + k];
                }
                assertEquals(i == j ? 4 : 0, dot, 1e-13);
            }
        }
    }

    @Test
    void orthogonalTakesAKernelAsOneRowAFilter() {
        double[] w = filled(new Initialiser.Orthogonal(1), 3, 2, 2, 2);
        double dot = 0;
        double norm = 0;
        for (int k = 0; k < 8; k++) {
            dot += w[k] * w[8 + k];
            norm += w[k] * w[k];
        }
        assertEquals(0, dot, 1e-14);
        assertEquals(1, norm, 1e-14);
    }

    @Test
    void identityHandsOn() {
        assertArrayEquals(new double[] {2, 0, 0, 0, 2, 0}, filled(new Initialiser.Identity(2), 2, 3));
        assertFalse(new Initialiser.Identity(1).fits(new int[] {2, 2, 2}));
    }

    /// torch.nn.init.dirac_(torch.empty(4, 2, 3), groups) of PyTorch 1.13: where the ones are.
    @Test
    void diracHandsOn() {
        double[] one = new double[24];
        one[1] = 1;
        one[10] = 1;
        assertArrayEquals(one, filled(new Initialiser.Dirac(1), 4, 2, 3));
        double[] two = one.clone();
        two[13] = 1;
        two[22] = 1;
        assertArrayEquals(two, filled(new Initialiser.Dirac(2), 4, 2, 3));
        double[] plane = new double[2 * 9];
        plane[4] = 1;
        assertArrayEquals(plane, filled(new Initialiser.Dirac(1), 2, 1, 3, 3));
        assertFalse(new Initialiser.Dirac(3).fits(new int[] {4, 2, 3}));
        assertFalse(new Initialiser.Dirac(1).fits(new int[] {4, 2}));
    }

    private static double[] filled(Initialiser init, int... dims) {
        assertTrue(init.fits(dims));
        double[] out = new double[Arrays.stream(dims).reduce(1, (a, b) -> a * b)];
        init.fill(out, dims, FANS, new Random(1));
        return out;
    }
}
