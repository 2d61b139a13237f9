package io.netwright.tensor.kernel;

/// GELU, which is `x Phi(x)` with the standard normal distribution function, and its derivative, for many numbers at a
/// time.
///
/// In float64 they are made of [Special]. In float32 both `Phi(x) - 1/2` and `Phi(x) + x phi(x) - 1/2` are odd rational
/// functions of x between two ends, beyond which nothing changes in float32, so that HotSpot vectorises the loops.
/// Their coefficients are those whose largest relative error is least (3e-8 and 1e-8, found by Lawson's iteration);
/// with rounding, Phi is right to 2e-7 and the derivative to 3e-7. As in PyTorch, that is an error of the distribution
/// and not of its tail: where Phi is as small as that, left of -5, it may be off by all of itself.
final class Normal {

    private static final float END = 5.7f;
    private static final float P0 = 3.989422619e-01f;
    private static final float P1 = 3.443926573e-02f;
    private static final float P2 = 4.706624895e-03f;
    private static final float P3 = 1.737685379e-04f;
    private static final float P4 = 6.289325029e-06f;
    private static final float P5 = 2.169558577e-08f;
    private static final float Q1 = 2.529926896e-01f;
    private static final float Q2 = 2.896430530e-02f;
    private static final float Q3 = 1.913227607e-03f;
    private static final float Q4 = 7.471206482e-05f;
    private static final float Q5 = 1.161966566e-06f;

    private static final float SLOPE_END = 6f;
    private static final float R0 = 7.978845239e-01f;
    private static final float R1 = -1.854357123e-02f;
    private static final float R2 = 1.359129138e-02f;
    private static final float R3 = 2.757251495e-04f;
    private static final float R4 = 3.207750706e-05f;
    private static final float R5 = 1.095124503e-06f;
    private static final float R6 = 1.275487094e-08f;
    private static final float R7 = -2.851053942e-11f;
    private static final float S1 = 3.100921810e-01f;
    private static final float S2 = 4.539911821e-02f;
    private static final float S3 = 4.125070758e-03f;
    private static final float S4 = 2.562454611e-04f;
    private static final float S5 = 1.071245151e-05f;
    private static final float S6 = 3.552153203e-07f;

    private static final double PEAK = 1 / Math.sqrt(2 * Math.PI);

    private Normal() {}

    static void gelu(double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = x[i] * Special.normalCdf(x[i]);
        }
    }

    static void gelu(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = x[i] * (Math.max(0f, 0.5f + aboveHalf(x[i])));
        }
    }

    static void geluGrad(double[] x, double[] dy, double[] dx, int n) {
        for (int i = 0; i < n; i++) {
            dx[i] = dy[i] * (Special.normalCdf(x[i]) + x[i] * PEAK * Math.exp(-x[i] * x[i] / 2));
        }
    }

    static void geluGrad(float[] x, float[] dy, float[] dx, int n) {
        for (int i = 0; i < n; i++) {
            dx[i] = dy[i] * (0.5f + slopeAboveHalf(x[i]));
        }
    }

    /// `Phi(x) - 1/2`
    private static float aboveHalf(float x) {
        float y = Math.max(-END, Math.min(END, x));
        float s = y * y;
        float p = P0 + s * (P1 + s * (P2 + s * (P3 + s * (P4 + s * P5))));
        float q = 1f + s * (Q1 + s * (Q2 + s * (Q3 + s * (Q4 + s * Q5))));
        return y * p / q;
    }

    /// `Phi(x) + x phi(x) - 1/2`
    private static float slopeAboveHalf(float x) {
        float y = Math.max(-SLOPE_END, Math.min(SLOPE_END, x));
        float s = y * y;
        float p = R0 + s * (R1 + s * (R2 + s * (R3 + s * (R4 + s * (R5 + s * (R6 + s * R7))))));
        float q = 1f + s * (S1 + s * (S2 + s * (S3 + s * (S4 + s * (S5 + s * S6)))));
        return y * p / q;
    }
}
