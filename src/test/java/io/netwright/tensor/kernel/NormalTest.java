package io.netwright.tensor.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// The vectorised GELU against the exact distribution function.
class NormalTest {

    private static final int MANY = 20_001;

    private static float[] grid() {
        float[] x = new float[MANY];
        for (int i = 0; i < MANY; i++) {
            x[i] = -12 + i * 24f / (MANY - 1);
        }
        return x;
    }

    /// Phi is right to 2e-7, and small tails are as wrong as that; see [Normal].
    @Test
    void geluIsAsRightAsItsDistribution() {
        float[] x = grid();
        float[] y = new float[MANY];
        Normal.gelu(x, y, MANY);
        for (int i = 0; i < MANY; i++) {
            double exact = x[i] * Special.normalCdf(x[i]);
            double error = 2.5e-7 * Math.abs(x[i]) + 1e-7 * Math.abs(exact);
            assertTrue(Math.abs(y[i] - exact) <= error, x[i] + ": " + y[i] + ", not " + exact);
        }
    }

    @Test
    void itsDerivativeIsWithinAMillionth() {
        float[] x = grid();
        float[] ones = new float[MANY];
        float[] dx = new float[MANY];
        java.util.Arrays.fill(ones, 1);
        Normal.geluGrad(x, ones, dx, MANY);
        for (int i = 0; i < MANY; i++) {
            double density = Math.exp(-(double) x[i] * x[i] / 2) / Math.sqrt(2 * Math.PI);
            assertEquals(Special.normalCdf(x[i]) + x[i] * density, dx[i], 1e-6);
        }
    }

    @Test
    void theEndsAreZeroAndTheNumberItself() {
        float[] y = new float[4];
        Normal.gelu(new float[] {0, 40, -40, Float.NaN}, y, 4);
        assertEquals(0, Math.abs(y[0]));
        assertEquals(40, y[1]);
        assertEquals(0, Math.abs(y[2]));
        assertTrue(Float.isNaN(y[3]));
    }
}
