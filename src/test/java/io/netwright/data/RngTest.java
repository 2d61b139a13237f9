package io.netwright.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// The expected numbers were computed by an independent program in Python from the algorithms' descriptions.
class RngTest {

    @Test
    void theStreamIsThatOfThePublishedAlgorithm() {
        Rng random = new Rng(42);
        assertEquals(6332618229526065668L, random.nextLong());
        assertEquals(-816328817471504299L, random.nextLong());
        assertEquals(8971565426155258802L, random.nextLong());
    }

    @Test
    void streamsOfOneSeedDiffer() {
        Rng random = new Rng(42, 7, 3);
        assertEquals(-6287809301600614790L, random.nextLong());
        assertEquals(-6009856391316903811L, random.nextLong());
    }

    @Test
    void derivedNumbersAreFixedToo() {
        Rng whole = new Rng(1);
        assertArrayEquals(
                new int[] {3, 9, 0, 7, 2, 7, 6, 2, 1, 2, 6, 9},
                IntStream.range(0, 12).map(i -> whole.below(10)).toArray());
        Rng real = new Rng(1);
        assertEquals(0.36818951565166946, real.uniform());
        assertEquals(0.9435642308648544, real.uniform());
        Rng normal = new Rng(1);
        assertEquals(-0.15855199083906063, normal.gaussian(), 1e-15);
        assertEquals(-0.7032460307787808, normal.gaussian(), 1e-15);
        assertEquals(0.6741503262813601, normal.gaussian(), 1e-15);
    }

    @Test
    void momentsAreThoseOfTheDistributions() {
        Rng random = new Rng(3);
        int n = 200_000;
        double[] normal = new double[n];
        double[] uniform = new double[n];
        for (int i = 0; i < n; i++) {
            normal[i] = random.gaussian();
            uniform[i] = random.uniform(-2, 4);
        }
        assertEquals(0, Arrays.stream(normal).average().orElseThrow(), 0.01);
        assertEquals(1, Arrays.stream(normal).map(v -> v * v).average().orElseThrow(), 0.02);
        assertEquals(1, Arrays.stream(uniform).average().orElseThrow(), 0.02);
        assertTrue(Arrays.stream(uniform).allMatch(v -> v >= -2 && v < 4));
    }

    @Property(tries = 200)
    void shufflingKeepsAllAndLeavesTheRestAlone(@ForAll long seed, @ForAll @IntRange(max = 50) int n) {
        int[] values = IntStream.range(0, n + 3).toArray();
        new Rng(seed).shuffle(values, n);
        for (int i = n; i < n + 3; i++) {
            assertEquals(i, values[i]);
        }
        Arrays.sort(values);
        assertArrayEquals(IntStream.range(0, n + 3).toArray(), values);
    }

    @Property(tries = 500)
    void boundedNumbersStayInTheirBounds(@ForAll long seed, @ForAll @IntRange(min = 1) int bound) {
        Rng random = new Rng(seed);
        for (int i = 0; i < 20; i++) {
            int value = random.below(bound);
            assertTrue(value >= 0 && value < bound, value + " below " + bound);
        }
    }
}
