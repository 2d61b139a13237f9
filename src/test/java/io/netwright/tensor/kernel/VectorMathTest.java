package io.netwright.tensor.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VectorMathTest {

    /// The functions of the Java library, in float64, are right to the last place.
    @Test
    void float32AgreesWithTheLibrary() {
        for (double at = -86; at <= 86; at += 0.0137) {
            float x = (float) at;
            double tolerance = 5e-7 * Math.max(1, Math.abs(at));
            assertRelative(1 / (1 + Math.exp(-x)), VectorMath.sigmoid(x), x > 0 ? 3e-7 : tolerance, x);
            assertRelative(Math.tanh(x), VectorMath.tanh(x), 1e-6, x);
            assertEquals(1 / (1 + Math.exp(-x)), VectorMath.gate(x), 3e-7);
        }
    }

    @Test
    void smallNumbersStayExact() {
        for (float x : new float[] {1e-30f, -1e-10f, 1e-4f, -0.01f}) {
            assertRelative(Math.tanh(x), VectorMath.tanh(x), 1e-6, x);
        }
        assertEquals(0, VectorMath.tanh(0f));
        assertEquals(0.5f, VectorMath.sigmoid(0f));
    }

    @Test
    void farOutNothingOverflows() {
        assertEquals(1, VectorMath.tanh(1e30f), 1e-7);
        assertEquals(-1, VectorMath.tanh(Float.NEGATIVE_INFINITY), 1e-7);
        assertEquals(1, VectorMath.sigmoid(1e30f));
        assertEquals(0, VectorMath.sigmoid(Float.NEGATIVE_INFINITY), 1e-30);
        assertEquals(Float.NaN, VectorMath.tanh(Float.NaN));
        assertEquals(Float.NaN, VectorMath.sigmoid(Float.NaN));
    }

    private static void assertRelative(double expected, double found, double tolerance, float x) {
        assertEquals(expected, found, tolerance * Math.abs(expected) + 1e-37, () -> "at " + x);
    }
}
