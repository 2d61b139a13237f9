package io.netwright.tensor.kernel;

/// The sigmoid and the hyperbolic tangent of one number, for the inner loops, in both precisions; [Exponentials] has
/// `e^x` for many.
///
/// In float64 they are those of [Math]. In float32 they are made of additions, multiplications and one division alone,
/// so that HotSpot vectorises a loop over them, a hundred times as fast as `Math.tanh`. The tangent is the odd rational
/// function of degree 9 over 8 whose largest relative error on `[-9, 9]` is least (2e-8, found by Lawson's iteration);
/// rounding makes it 4e-7. For the sigmoid `e^y - 1` is taken from its Taylor series at `y = x / 2^k`, where `y` is
/// small, and then doubled `k` times by `e^(2y) - 1 = p (2 + p)` with `p = e^y - 1`, which unlike squaring `e^y` loses
/// nothing near 0; its relative error stays below `5e-7 max(1, |x|)`.
public final class VectorMath {

    private static final float T1 = 1.338102669e-01f;
    private static final float T2 = 3.495588433e-03f;
    private static final float T3 = 2.060908810e-05f;
    private static final float T4 = 1.335466848e-08f;
    private static final float U1 = 4.671434164e-01f;
    private static final float U2 = 2.587698400e-02f;
    private static final float U3 = 3.285635612e-04f;
    private static final float U4 = 7.776561688e-07f;

    private VectorMath() {}

    /// `1 / (1 + e^-x)`
    public static float sigmoid(float x) {
        return 1 / (2 + expm1(-x));
    }

    public static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /// The sigmoid as a gate of a recurrent layer needs it: twice as fast, the error at most 3e-7 of the largest value,
    /// 1, rather than of its own.
    static float gate(float x) {
        return 0.5f + 0.5f * tanh(0.5f * x);
    }

    static double gate(double x) {
        return sigmoid(x);
    }

    /// 1 in float32 from 9 on but for its last place.
    public static float tanh(float x) {
        float y = Math.max(-9f, Math.min(9f, x));
        float s = y * y;
        float p = 1f + s * (T1 + s * (T2 + s * (T3 + s * T4)));
        float q = 1f + s * (U1 + s * (U2 + s * (U3 + s * U4)));
        return y * p / q;
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
