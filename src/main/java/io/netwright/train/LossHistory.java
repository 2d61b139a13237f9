package io.netwright.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Every loss of a run, and the report of every epoch. It only grows; the training thread writes, any thread reads at
/// any time, from where it stopped reading.
///
/// A loss takes four bytes, so a million steps take 4 MB.
public final class LossHistory {

    private static final int CHUNK = 1 << 13;
    /// Losses of which the least and the greatest are kept, so that a million need not be looked at one by one.
    private static final int BLOCK = 1 << 8;

    private final List<EpochReport> epochs = new ArrayList<>();
    private volatile float[][] chunks = new float[16][];
    /// By chunk: the least and the greatest of each block of its losses, alternating.
    private volatile float[][] blocks = new float[16][];
    private volatile long steps;

    /// @param losses  of a run so far, from its first step on
    /// @param reports of its epochs, in order
    /// @return the history of that run
    public static LossHistory of(float[] losses, List<EpochReport> reports) {
        LossHistory history = new LossHistory();
        for (float loss : losses) {
            history.add(loss);
        }
        reports.forEach(history::add);
        return history;
    }

    /// Appends the loss of a step.
    void add(double loss) {
        long at = steps;
        int chunk = (int) (at / CHUNK);
        float[][] all = chunks;
        if (chunk == all.length) {
            all = Arrays.copyOf(all, 2 * chunk);
            blocks = Arrays.copyOf(blocks, 2 * chunk);
        }
        if (all[chunk] == null) {
            all[chunk] = new float[CHUNK];
            chunks = all;
            float[][] allBlocks = blocks;
            allBlocks[chunk] = new float[2 * CHUNK / BLOCK];
            blocks = allBlocks;
        }
        all[chunk][(int) (at % CHUNK)] = (float) loss;
        int block = (int) (at % CHUNK) / BLOCK * 2;
        float[] extremes = blocks[chunk];
        boolean first = at % BLOCK == 0;
        extremes[block] = first ? (float) loss : Math.min(extremes[block], (float) loss);
        extremes[block + 1] = first ? (float) loss : Math.max(extremes[block + 1], (float) loss);
        // published last: a reader that sees the new length sees the number
        steps = at + 1;
    }

    void add(EpochReport report) {
        synchronized (epochs) {
            epochs.add(report);
        }
    }

    /// @return how many losses there are; loss `i` is that of step `i + 1`
    public long steps() {
        return steps;
    }

    /// @param i from 0 to [#steps], exclusive
    public float loss(long i) {
        if (i < 0 || i >= steps) {
            throw new IndexOutOfBoundsException(i + " of " + steps);
        }
        return chunks[(int) (i / CHUNK)][(int) (i % CHUNK)];
    }

    /// Copies losses from number `from` on.
    ///
    /// @param from from 0
    /// @return how many were copied: as many as there are and `into` has room for
    public int read(long from, float[] into) {
        long end = Math.min(steps, from + into.length);
        int n = 0;
        while (from + n < end) {
            long at = from + n;
            int offset = (int) (at % CHUNK);
            int length = (int) Math.min(CHUNK - offset, end - at);
            System.arraycopy(chunks[(int) (at / CHUNK)], offset, into, n, length);
            n += length;
        }
        return n;
    }

    /// What a curve of a screen's width shows of very many losses: the least and the greatest in each of `buckets`
    /// equal stretches from number `from` to number `to`, exclusive.
    ///
    /// @return least, greatest, least, greatest, ...; two numbers a bucket
    public float[] extremes(long from, long to, int buckets) {
        if (from < 0 || to > steps || buckets < 1 || to - from < buckets) {
            throw new IllegalArgumentException(from + " to " + to + " of " + steps + " in " + buckets);
        }
        float[] extremes = new float[2 * buckets];
        for (int b = 0; b < buckets; b++) {
            long end = from + (to - from) * (b + 1) / buckets;
            float min = Float.POSITIVE_INFINITY;
            float max = Float.NEGATIVE_INFINITY;
            for (long i = from + (to - from) * b / buckets; i < end; ) {
                // a block may have grown since `to` was read, unless it is full
                boolean whole = i % BLOCK == 0 && i + BLOCK <= end;
                if (whole) {
                    float[] block = blocks[(int) (i / CHUNK)];
                    int at = (int) (i % CHUNK) / BLOCK * 2;
                    min = Math.min(min, block[at]);
                    max = Math.max(max, block[at + 1]);
                    i += BLOCK;
                } else {
                    float loss = loss(i++);
                    min = Math.min(min, loss);
                    max = Math.max(max, loss);
                }
            }
            extremes[2 * b] = min;
            extremes[2 * b + 1] = max;
        }
        return extremes;
    }

    /// @param from how many reports the caller has already
    /// @return the reports after those
    public List<EpochReport> epochs(int from) {
        synchronized (epochs) {
            return List.copyOf(epochs.subList(Math.min(from, epochs.size()), epochs.size()));
        }
    }
}
