package io.netwright.tensor.kernel;

/// Special functions that `java.lang.Math` lacks.
public final class Special {

    private static final double SQRT_2 = Math.sqrt(2);
    private static final double TWO_OVER_SQRT_PI = 2 / Math.sqrt(Math.PI);

    private Special() {}

    /// The standard normal distribution function, within 1e-15 absolute.
    public static double normalCdf(double x) {
        return 0.5 * erfc(-x / SQRT_2);
    }

    /// The complementary error function: the power series of erf near 0 (Abramowitz and Stegun 7.1.6), the continued
    /// fraction (7.1.14, by Lentz's method) further out.
    public static double erfc(double x) {
        double z = Math.abs(x);
        if (z < 2.5) {
            return 1 - erfSeries(x);
        }
        double tail = z > 27.3 ? 0 : erfcFraction(z);
        return x > 0 ? tail : 2 - tail;
    }

    private static double erfSeries(double x) {
        double square = 2 * x * x;
        double term = x;
        double sum = x;
        for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum) && n < 200; n++) {
            term *= square / (2 * n + 1);
            sum += term;
        }
        return TWO_OVER_SQRT_PI * Math.exp(-x * x) * sum;
    }

    private static double erfcFraction(double z) {
        double fraction = z;
        double c = z;
        double d = 0;
        for (int n = 1; n < 500; n++) {
            double a = n / 2.0;
            d = 1 / (z + a * d);
            c = z + a / c;
            double factor = c * d;
            fraction *= factor;
            if (Math.abs(factor - 1) < 1e-16) {
                break;
            }
        }
        return Math.exp(-z * z) / Math.sqrt(Math.PI) / fraction;
    }
}
