package io.netwright.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BatchPlanTest {

    @Property(tries = 300)
    void everyEpochGoesThroughEverySampleOnce(
            @ForAll long seed,
            @ForAll @IntRange(max = 200) int n,
            @ForAll @IntRange(min = 1, max = 80) int batchSize,
            @ForAll int epoch) {
        int[] samples = IntStream.range(0, n).map(i -> 3 * i + 1).toArray();
        BatchPlan plan = BatchPlan.shuffled(seed, Part.TRAIN, samples, batchSize);
        assertEquals((n + batchSize - 1) / batchSize, plan.batches());
        int[] order = new int[n];
        plan.order(epoch, order);
        int[] joined = IntStream.range(0, plan.batches())
                .flatMap(k -> {
                    int[] batch = plan.batch(epoch, k);
                    boolean last = k == plan.batches() - 1;
                    assertEquals(last ? n - k * batchSize : batchSize, batch.length);
                    assertEquals(batch.length, plan.to(k) - plan.from(k));
                    return Arrays.stream(batch);
                })
                .toArray();
        assertArrayEquals(order, joined, "the batches are the order cut into pieces");
        Arrays.sort(joined);
        assertArrayEquals(samples, joined);
    }

    @Test
    void theOrderIsFixedForEver() {
        int[] order = new int[10];
        BatchPlan.shuffled(5, Part.TRAIN, IntStream.range(0, 10).toArray(), 4).order(3, order);
        assertArrayEquals(new int[] {9, 7, 6, 3, 4, 5, 1, 2, 0, 8}, order, "computed independently in Python");
    }

    @Test
    void epochsSeedsAndPartsDiffer() {
        int[] samples = IntStream.range(0, 100).toArray();
        int[] base = BatchPlan.shuffled(1, Part.TRAIN, samples, 100).batch(0, 0);
        assertFalse(Arrays.equals(
                base, BatchPlan.shuffled(1, Part.TRAIN, samples, 100).batch(1, 0)));
        assertFalse(Arrays.equals(
                base, BatchPlan.shuffled(2, Part.TRAIN, samples, 100).batch(0, 0)));
        assertFalse(Arrays.equals(
                base, BatchPlan.shuffled(1, Part.TEST, samples, 100).batch(0, 0)));
    }

    @Test
    void whatWasAskedBeforeDoesNotMatter() {
        int[] samples = IntStream.range(0, 37).toArray();
        BatchPlan plan = BatchPlan.shuffled(1, Part.TRAIN, samples, 8);
        int[] first = plan.batch(7, 2);
        plan.batch(0, 0);
        plan.batch(9, 4);
        assertArrayEquals(first, plan.batch(7, 2));
    }

    @Test
    void inOrderIsInOrder() {
        BatchPlan plan = BatchPlan.inOrder(Part.TEST, new int[] {4, 7, 9}, 2);
        assertArrayEquals(new int[] {4, 7}, plan.batch(5, 0));
        assertArrayEquals(new int[] {9}, plan.batch(6, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> plan.batch(0, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> plan.batch(0, -1));
    }

    @Test
    void aBatchLargerThanEverythingIsOneBatch() {
        BatchPlan plan = BatchPlan.shuffled(1, Part.TRAIN, new int[] {2, 3}, Integer.MAX_VALUE);
        assertEquals(1, plan.batches());
        assertEquals(2, plan.batch(0, 0).length);
        assertEquals(0, BatchPlan.shuffled(1, Part.TRAIN, new int[0], 5).batches());
        assertThrows(IllegalArgumentException.class, () -> BatchPlan.inOrder(Part.TEST, new int[0], 0));
    }
}
