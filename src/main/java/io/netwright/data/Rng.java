package io.netwright.data;

/// A stream of random numbers that is the same on every platform and under every version of Java.
///
/// The JDK promises that for none of its generators' *bounded* methods, and a project's seed has to mean the same data
/// and the same split for as long as the project exists. This is SplitMix64 (Steele, Lea and Flood, *Fast splittable
/// pseudorandom number generators*, OOPSLA 2014), with every derived method written out here.
///
/// Not thread-safe; make one per use.
public final class Rng {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    /// @param seed    the person's seed
    /// @param streams what the numbers are for; different values give independent streams of the same seed
    public Rng(long seed, long... streams) {
        long s = mix(seed + GOLDEN_GAMMA);
        for (long stream : streams) {
            s = mix(s + mix(stream + GOLDEN_GAMMA) + GOLDEN_GAMMA);
        }
        this.state = s;
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /// @return 64 uniform bits
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /// @return uniform in [0, 1), a multiple of 2^-53
    public double uniform() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /// @return uniform in [`low`, `high`)
    public double uniform(double low, double high) {
        return low + (high - low) * uniform();
    }

    /// @param bound more than 0
    /// @return uniform in 0, ..., `bound` - 1, without bias (Lemire's method)
    public int below(int bound) {
        long threshold = Long.remainderUnsigned(-bound, bound);
        while (true) {
            long bits = nextLong();
            if (Long.compareUnsigned(bits * bound, threshold) >= 0) {
                return (int) Math.unsignedMultiplyHigh(bits, bound);
            }
        }
    }

    /// @return normally distributed with mean 0 and standard deviation 1 (Marsaglia's polar method)
    public double gaussian() {
        // The second value of each pair is dropped: one number then always costs whole draws, and there is no state
        // to carry that would make the stream depend on how it was consumed before.
        while (true) {
            double u = 2 * uniform() - 1;
            double v = 2 * uniform() - 1;
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                return u * Math.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }

    /// Puts the first `count` of `values` into a uniformly random order (Fisher and Yates).
    public void shuffle(int[] values, int count) {
        for (int i = count - 1; i > 0; i--) {
            int j = below(i + 1);
            int v = values[i];
            values[i] = values[j];
            values[j] = v;
        }
    }
}
