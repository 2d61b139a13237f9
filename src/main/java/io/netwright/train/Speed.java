package io.netwright.train;

/// Samples a second over about the last second of training.
final class Speed {

    private static final double WINDOW_NANOS = 1e9;

    private double nanos;
    private double samples;

    /// @param took nanoseconds for `count` samples
    void add(long took, int count) {
        // older samples fade, so that a change of speed shows within a second and a single slow batch does not
        double keep = Math.max(0, 1 - took / WINDOW_NANOS);
        nanos = nanos * keep + took;
        samples = samples * keep + count;
    }

    /// @return samples a second; 0 where nothing is known
    double perSecond() {
        return nanos == 0 ? 0 : samples / nanos * 1e9;
    }

    void reset() {
        nanos = 0;
        samples = 0;
    }
}
