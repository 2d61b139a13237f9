package io.netwright.tensor.kernel;

/// Random numbers that are a pure function of a key: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
public final class SplitMix {

    private SplitMix() {}

    /// @return 64 random bits: the finaliser on the golden-ratio sequence
    public static long mix(long key) {
        long z = key * 0x9e3779b97f4a7c15L + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /// @return the number of 53 random bits below which a share of `rate` of all lies
    static long limit(double rate) {
        return (long) Math.ceil(rate * 0x1p53);
    }
}
