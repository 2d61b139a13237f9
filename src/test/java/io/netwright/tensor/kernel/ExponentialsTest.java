package io.netwright.tensor.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// The vectorised exponentials against `Math.exp`.
class ExponentialsTest {

    private static float[] exp(float... x) {
        float[] y = new float[x.length];
        Exponentials.exp(x, y, x.length);
        return y;
    }

    @Test
    void everyResultIsWithinTheStatedErrorOfMathExp() {
        Random random = new Random(3);
        // more than one strip, and not a whole number of them
        float[] x = new float[100_001];
        for (int i = 0; i < x.length; i++) {
            x[i] = i % 2 == 0 ? -86.9f + random.nextFloat() * 175.6f : (float) random.nextGaussian();
        }
        float[] y = exp(x);
        for (int i = 0; i < x.length; i++) {
            double exact = Math.exp(x[i]);
            assertTrue(Math.abs(y[i] - exact) <= 2e-7 * exact, "exp(" + x[i] + ") = " + y[i] + ", not " + exact);
        }
    }

    @Test
    void theEndsOfTheRangeAreThoseOfFloat32() {
        float[] y = exp(0, 88.72f, 88.73f, 1e30f, Float.POSITIVE_INFINITY, -200, Float.NEGATIVE_INFINITY, Float.NaN);
        assertEquals(1, y[0]);
        assertEquals(Math.exp(88.72f), y[1], 1e32);
        for (int i = 2; i < 5; i++) {
            assertEquals(Float.POSITIVE_INFINITY, y[i]);
        }
        assertEquals(0, y[5]);
        assertEquals(0, y[6]);
        assertTrue(Float.isNaN(y[7]));
    }

    @Test
    void aNumberIsTheSameWhereverItStands() {
        float[] alone = exp(0.3f);
        float[] x = new float[1000];
        java.util.Arrays.fill(x, 0.3f);
        for (float y : exp(x)) {
            assertEquals(alone[0], y);
        }
    }
}
