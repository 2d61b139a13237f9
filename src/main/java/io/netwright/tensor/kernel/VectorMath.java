package io.netwright.tensor.kernel;

/// The sigmoid and the hyperbolic tangent of one number, for the inner loops, in both precisions; [Exponentials] has
/// `e^x` for many.
///
/// In float64 they are those of [Math]. In float32 they are made of additions, multiplications and one division alone,
/// so that HotSpot vectorises a loop over them (fifty times as fast as `Math.tanh`): `e^y - 1` is taken from its Taylor
/// series at `y = x / 2^k`, where `y` is small, and then doubled `k` times by `e^(2y) - 1 = p (2 + p)` with
/// `p = e^y - 1`, which unlike squaring `e^y` loses nothing near 0. The relative error of the tangent stays below 1e-6,
/// that of the sigmoid below `5e-7 max(1, |x|)`.
public final class VectorMath {

    private VectorMath() {}

    /// `1 / (1 + e^-x)`
    public static float sigmoid(float x) {
        return 1 / (2 + expm1(-x));
    }

    public static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /// `(e^2x - 1) / (e^2x + 1)`, which is 1 in float32 from 10 on but for its last place.
    public static float tanh(float x) {
        float p = expm1(2 * Math.max(-10f, Math.min(10f, x)));
        return p / (p + 2);
    }

    public static double tanh(double x) {
        return Math.tanh(x);
    }

    /// `e^x - 1` between -87 and 87; near -87 only its absolute error is small.
    private static float expm1(float x) {
        float y = Math.max(-87f, Math.min(87f, x)) * (1f / 256);
        float p = y * (1f + y * (1f / 2 + y * (1f / 6 + y * (1f / 24 + y * (1f / 120 + y * (1f / 720))))));
        p = p * (2 + p);
        p = p * (2 + p);
        p = p * (2 + p);
        p = p * (2 + p);
        p = p * (2 + p);
        p = p * (2 + p);
        p = p * (2 + p);
        return p * (2 + p);
    }
}
