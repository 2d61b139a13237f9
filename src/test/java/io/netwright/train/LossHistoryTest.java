package io.netwright.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LossHistoryTest {

    @Test
    void keepsEveryLossOverManyChunks() {
        var history = new LossHistory();
        int n = 1_000_003;
        for (int i = 0; i < n; i++) {
            history.add(i);
        }
        assertEquals(n, history.steps());
        float[] some = new float[20_000];
        long from = 0;
        while (from < n) {
            int read = history.read(from, some);
            for (int i = 0; i < read; i++) {
                assertEquals((float) (from + i), some[i]);
            }
            from += read;
        }
        assertEquals(n, from);
        assertEquals(0, history.read(n, some));
        assertThrows(IndexOutOfBoundsException.class, () -> history.loss(n));
    }

    @Test
    void aCurveOfScreenWidthKeepsItsPeaks() {
        var history = new LossHistory();
        for (int i = 0; i < 1000; i++) {
            history.add(i == 503 ? 99 : i % 2);
        }
        float[] extremes = history.extremes(0, 1000, 10);
        assertArrayEquals(new float[] {0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 99, 0, 1, 0, 1, 0, 1, 0, 1}, extremes);
    }

    @Test
    void aReaderOnAnotherThreadSeesOnlyWhatIsThere() throws InterruptedException {
        var history = new LossHistory();
        int n = 300_000;
        Thread writer = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < n; i++) {
                history.add(i);
            }
        });
        float[] some = new float[1000];
        long from = 0;
        while (from < n) {
            int read = history.read(from, some);
            for (int i = 0; i < read; i++) {
                assertEquals((float) (from + i), some[i]);
            }
            from += read;
        }
        writer.join();
    }

    @Test
    void extremesOfAMillionAreThoseOfLookingAtEach() {
        LossHistory history = new LossHistory();
        var random = new Random(5);
        float[] all = new float[1_000_000];
        for (int i = 0; i < all.length; i++) {
            all[i] = (float) random.nextGaussian();
            history.add(all[i]);
        }
        for (int round = 0; round < 20; round++) {
            int from = random.nextInt(all.length - 10_000);
            int to = from + 5_000 + random.nextInt(all.length - from - 5_000);
            int buckets = 1 + random.nextInt(1200);
            float[] extremes = history.extremes(from, to, buckets);
            for (int b = 0; b < buckets; b++) {
                float min = Float.POSITIVE_INFINITY;
                float max = Float.NEGATIVE_INFINITY;
                int end = (int) (from + (long) (to - from) * (b + 1) / buckets);
                for (int i = (int) (from + (long) (to - from) * b / buckets); i < end; i++) {
                    min = Math.min(min, all[i]);
                    max = Math.max(max, all[i]);
                }
                assertEquals(min, extremes[2 * b]);
                assertEquals(max, extremes[2 * b + 1]);
            }
        }
    }
}
