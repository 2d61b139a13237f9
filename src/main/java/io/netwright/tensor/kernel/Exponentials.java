package io.netwright.tensor.kernel;

import java.lang.foreign.MemorySegment;

/// `e^x` for many numbers at a time.
///
/// In float64 it is [Math#exp]. In float32, where training spends its time, it is made of loops that HotSpot
/// vectorises, about ten times as fast: with `n` the whole number nearest to `x / ln 2` and `r = x - n ln 2`, at most
/// 0.35 in size, `e^x = 2^n e^r`. `e^r` is the Taylor series to degree 7, whose rest is below 6e-9, and `2^n` is put
/// together from its bits. The relative error stays below 2e-7. Where the result would be below 2e-38 it is 0, and
/// infinity where it would be above the largest number.
final class Exponentials {

    /// Numbers at a time; what lies between two loops stays in the nearest cache.
    private static final int STRIP = 2048;

    private static final float PER_LN_2 = (float) (1 / Math.log(2));

    /// ln 2 in two parts, the first with so few digits that `n` times it is exact.
    private static final float LN_2_HIGH = 0.693359375f;

    private static final float LN_2_LOW = (float) (Math.log(2) - LN_2_HIGH);

    /// Adding it and taking it away again rounds to a whole number.
    private static final float ROUND = 1.5f * (1 << 23);

    private static final ThreadLocal<Exponentials> MINE = ThreadLocal.withInitial(Exponentials::new);

    private final float[] numbers = new float[STRIP];
    private final int[] bits = new int[STRIP];
    private final float[] powers = new float[STRIP];
    private final MemorySegment bitsAsBytes = MemorySegment.ofArray(bits);
    private final MemorySegment powersAsBytes = MemorySegment.ofArray(powers);

    private Exponentials() {}

    static void exp(double[] x, double[] y, int n) {
        exp(x, y, 0, n);
    }

    /// @param x the exponents, of which those from `from` (inclusive) to `to` (exclusive) count
    /// @param y modified at the same places; may be `x`
    static void exp(double[] x, double[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = Math.exp(x[i]);
        }
    }

    static void exp(float[] x, float[] y, int n) {
        exp(x, y, 0, n);
    }

    /// @param x the exponents, of which those from `from` (inclusive) to `to` (exclusive) count
    /// @param y modified at the same places; may be `x`
    static void exp(float[] x, float[] y, int from, int to) {
        Exponentials mine = MINE.get();
        for (int at = from; at < to; at += STRIP) {
            mine.strip(x, y, at, Math.min(STRIP, to - at));
        }
    }

    /// HotSpot vectorises a loop that touches all its arrays at one index, so numbers are copied in and out.
    private void strip(float[] x, float[] y, int at, int n) {
        System.arraycopy(x, at, numbers, 0, n);
        split(numbers, bits, n);
        MemorySegment.copy(bitsAsBytes, 0, powersAsBytes, 0, (long) n * Float.BYTES);
        series(numbers, powers, n);
        System.arraycopy(numbers, 0, y, at, n);
    }

    /// Leaves `r` in `x` and the bits of `2^(n - 1)` in `power`: half, so that the largest results do not overflow.
    private static void split(float[] x, int[] power, int count) {
        for (int i = 0; i < count; i++) {
            x[i] = Math.max(-104f, Math.min(89f, x[i]));
        }
        for (int i = 0; i < count; i++) {
            float n = (x[i] * PER_LN_2 + ROUND) - ROUND;
            power[i] = (int) (Math.max(n + 126f, 0f) * (1 << 23));
        }
        for (int i = 0; i < count; i++) {
            float n = (x[i] * PER_LN_2 + ROUND) - ROUND;
            x[i] = (x[i] - n * LN_2_HIGH) - n * LN_2_LOW;
        }
    }

    private static void series(float[] x, float[] power, int count) {
        for (int i = 0; i < count; i++) {
            float r = x[i];
            float tail = 1f / 24 + r * (1f / 120 + r * (1f / 720 + r * (1f / 5040)));
            x[i] = (2 + 2 * r * (1 + r * (1f / 2 + r * (1f / 6 + r * tail)))) * power[i];
        }
    }
}
