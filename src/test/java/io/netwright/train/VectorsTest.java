package io.netwright.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.tensor.Precision;
import io.netwright.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VectorsTest {

    @ParameterizedTest
    @EnumSource
    void theGreatestAbsoluteValueIsFoundWhereverItStands(Precision precision) {
        for (int n : new int[] {1, 2, 3, 4, 5, 7, 16, 17, 65}) {
            for (int at = 0; at < n; at++) {
                Tensor t = Tensor.zeros(precision, n);
                t.set(at, -3);
                assertEquals(3, Vectors.maxAbs(t, 0, n), "of " + n + " at " + at);
                assertEquals(at == 0 ? 0 : 3, Vectors.maxAbs(t, 1, n), "from the second on");
                t.set(at, Double.NaN);
                assertTrue(Double.isNaN(Vectors.maxAbs(t, 0, n)), "of " + n + " at " + at);
                t.set(at, Double.NEGATIVE_INFINITY);
                assertEquals(Double.POSITIVE_INFINITY, Vectors.maxAbs(t, 0, n), "of " + n + " at " + at);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void combinesOnlyItsPart(Precision precision) {
        Tensor x = Tensor.of(precision, new double[] {1, 2, 3, 4}, 4);
        Tensor y = Tensor.of(precision, new double[] {10, 20, 30, 40}, 4);
        Vectors.combine(x, 0.5, y, 0.25, 1, 3);
        assertArrayEquals(new double[] {1, 6, 9, 4}, x.toArray());
    }
}
