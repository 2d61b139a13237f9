package io.netwright.data;

import java.util.Arrays;

/// In which order, and in which batches, the samples of a part are gone through in each epoch.
///
/// A pure function of seed, part, epoch and batch size: whatever was asked before, and from whichever thread, the
/// answer is the same, so that training can be resumed and stepped back. The last batch of an epoch may be smaller.
///
/// A loop that must not allocate calls [#order(int, int[])] once an epoch and takes the samples of batch `k` from
/// [#from] to [#to].
public final class BatchPlan {

    private static final long STREAM = 0xBA7C4;

    private final long seed;
    private final Part part;
    private final int[] samples;
    private final int batchSize;
    private final boolean shuffled;

    private BatchPlan(long seed, Part part, int[] samples, int batchSize, boolean shuffled) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batch size " + batchSize);
        }
        this.seed = seed;
        this.part = part;
        this.samples = samples.clone();
        this.batchSize = batchSize;
        this.shuffled = shuffled;
    }

    /// Batches in an order that differs from epoch to epoch.
    ///
    /// @param samples   the indices of the part's samples
    /// @param batchSize at least 1; may be more than there are samples
    public static BatchPlan shuffled(long seed, Part part, int[] samples, int batchSize) {
        return new BatchPlan(seed, part, samples, batchSize, true);
    }

    /// Batches in the given order, every epoch alike; for evaluation.
    public static BatchPlan inOrder(Part part, int[] samples, int batchSize) {
        return new BatchPlan(0, part, samples, batchSize, false);
    }

    /// @return the number of samples in an epoch
    public int samples() {
        return samples.length;
    }

    public int batchSize() {
        return batchSize;
    }

    /// @return the number of batches in an epoch; 0 where there are no samples
    public int batches() {
        return samples.length / batchSize + (samples.length % batchSize == 0 ? 0 : 1);
    }

    /// @return where batch `k` begins in an epoch's order
    public int from(int k) {
        return (int) Math.min((long) k * batchSize, samples.length);
    }

    /// @return where batch `k` ends in an epoch's order, exclusive
    public int to(int k) {
        return (int) Math.min((k + 1L) * batchSize, samples.length);
    }

    /// Writes the order of `epoch` into `into`, which has room for [#samples] indices.
    ///
    /// @param epoch any number; the caller decides where counting starts
    public void order(int epoch, int[] into) {
        System.arraycopy(samples, 0, into, 0, samples.length);
        if (shuffled) {
            new Rng(seed, STREAM, part.ordinal(), epoch).shuffle(into, samples.length);
        }
    }

    /// @return the indices of the samples of batch `k` of `epoch`
    /// @throws IndexOutOfBoundsException where an epoch has no such batch
    public int[] batch(int epoch, int k) {
        if (k < 0 || k >= batches()) {
            throw new IndexOutOfBoundsException("batch " + k + " of " + batches());
        }
        int[] order = new int[samples.length];
        order(epoch, order);
        return Arrays.copyOfRange(order, from(k), to(k));
    }
}
