package io.netwright.tensor.kernel;

/// GELU, which is `x Phi(x)` with the standard normal distribution function, for many numbers at a time.
///
/// In float64 it is that of [Special]. In float32 the tail of the distribution at `z = |x|` is `e^(-z^2/2)` times a
/// function that changes so slowly that a polynomial of degree 8 in `t = 1 / (1 + 0.3 z)` gives it within 2e-7 of its
/// value, for every z; its coefficients are those whose largest relative error is least (found by Lawson's iteration
/// against the continued fraction of the Mills ratio). So small tails are right as well, where `1 - Phi` would be all
/// rounding.
final class Normal {

    private static final float P = 0.3f;
    private static final float C1 = 0.1196245315f;
    private static final float C2 = 0.1208264551f;
    private static final float C3 = 0.0994642113f;
    private static final float C4 = 0.1300353442f;
    private static final float C5 = -0.0564550623f;
    private static final float C6 = 0.2093515586f;
    private static final float C7 = -0.1589365822f;
    private static final float C8 = 0.0360894841f;

    private static final double PEAK = 1 / Math.sqrt(2 * Math.PI);
    private static final float FLOAT_PEAK = (float) PEAK;

    /// Numbers at a time; what lies between two loops stays in the nearest cache.
    private static final int STRIP = 512;

    private static final ThreadLocal<Normal> MINE = ThreadLocal.withInitial(Normal::new);

    private final float[] x = new float[STRIP];
    private final float[] bell = new float[STRIP];
    private final float[] phi = new float[STRIP];

    private Normal() {}

    static void gelu(double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = x[i] * Special.normalCdf(x[i]);
        }
    }

    static void gelu(float[] x, float[] y, int n) {
        Normal mine = MINE.get();
        for (int at = 0; at < n; at += STRIP) {
            int count = Math.min(STRIP, n - at);
            mine.distribution(x, at, count);
            product(mine.x, mine.phi, count);
            System.arraycopy(mine.phi, 0, y, at, count);
        }
    }

    static void geluGrad(double[] x, double[] dy, double[] dx, int n) {
        for (int i = 0; i < n; i++) {
            dx[i] = dy[i] * (Special.normalCdf(x[i]) + x[i] * PEAK * Math.exp(-x[i] * x[i] / 2));
        }
    }

    static void geluGrad(float[] x, float[] dy, float[] dx, int n) {
        Normal mine = MINE.get();
        for (int at = 0; at < n; at += STRIP) {
            int count = Math.min(STRIP, n - at);
            mine.distribution(x, at, count);
            slope(mine.x, mine.bell, mine.phi, count);
            System.arraycopy(mine.phi, 0, dx, at, count);
        }
        for (int i = 0; i < n; i++) {
            dx[i] *= dy[i];
        }
    }

    /// Leaves x itself, `e^(-x^2/2)` and `Phi(x)` of one strip here.
    ///
    /// These are short loops that touch their arrays at one index, which HotSpot vectorises.
    private void distribution(float[] from, int at, int count) {
        System.arraycopy(from, at, x, 0, count);
        exponents(x, bell, count);
        Exponentials.exp(bell, bell, count);
        tail(x, phi, count);
        phi(x, bell, phi, count);
    }

    private static void exponents(float[] x, float[] bell, int count) {
        for (int i = 0; i < count; i++) {
            bell[i] = x[i] * x[i] * -0.5f;
        }
    }

    private static void tail(float[] x, float[] phi, int count) {
        for (int i = 0; i < count; i++) {
            phi[i] = 1 / (1 + P * Math.abs(x[i]));
        }
        for (int i = 0; i < count; i++) {
            float t = phi[i];
            float high = C5 + t * (C6 + t * (C7 + t * C8));
            phi[i] = t * (C1 + t * (C2 + t * (C3 + t * (C4 + t * high))));
        }
    }

    private static void phi(float[] x, float[] bell, float[] phi, int count) {
        for (int i = 0; i < count; i++) {
            float right = Math.max(Math.signum(x[i]), 0);
            phi[i] = right + (1 - 2 * right) * (bell[i] * phi[i]);
        }
    }

    private static void product(float[] x, float[] phi, int count) {
        for (int i = 0; i < count; i++) {
            phi[i] *= x[i];
        }
    }

    private static void slope(float[] x, float[] bell, float[] phi, int count) {
        for (int i = 0; i < count; i++) {
            phi[i] += x[i] * FLOAT_PEAK * bell[i];
        }
    }
}
