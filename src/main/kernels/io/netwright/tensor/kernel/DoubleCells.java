package io.netwright.tensor.kernel;

import java.util.Arrays;

/// What one step of each recurrent cell computes, and its derivative, for all samples and units: number `k` of each
/// array belongs to the same sample and unit. Short loops that touch all their arrays at one index, for HotSpot
/// vectorises those.
final class DoubleCells {

    private DoubleCells() {}

    /// @param p by part of the tape; where a product goes, it has it. The output and the state of an LSTM are those of
    ///          the step before. Modified: all are those of this step
    static void step(Steps s, int t, double[] gates, double[][] p) {
        int size = s.block();
        switch (s.cell()) {
            case RNN_TANH -> tanh(p[0], p[0], size);
            case RNN_RELU -> {
                double[] h = p[0];
                for (int k = 0; k < size; k++) {
                    h[k] = Math.max(h[k], 0);
                }
            }
            case LSTM -> {
                gate(p[0], size);
                gate(p[1], size);
                tanh(p[2], p[2], size);
                gate(p[3], size);
                lstm(p[0], p[1], p[2], p[Cell.STATE], size);
                tanh(p[Cell.STATE], p[Cell.SQUASHED], size);
                product(p[3], p[Cell.SQUASHED], p[Cell.LSTM.output()], size);
            }
            case GRU -> {
                for (int n = 0; n < s.samples(); n++) {
                    System.arraycopy(gates, s.row(n, t) + 2 * s.units(), p[2], n * s.units(), s.units());
                }
                gate(p[0], size);
                gate(p[1], size);
                addProduct(p[0], p[Cell.RECALLED], p[2], size);
                tanh(p[2], p[2], size);
                blend(p[1], p[2], p[Cell.GRU.output()], size);
            }
        }
    }

    private static void gate(double[] y, int n) {
        for (int k = 0; k < n; k++) {
            y[k] = VectorMath.gate(y[k]);
        }
    }

    private static void tanh(double[] x, double[] y, int n) {
        for (int k = 0; k < n; k++) {
            y[k] = VectorMath.tanh(x[k]);
        }
    }

    private static void lstm(double[] i, double[] f, double[] g, double[] c, int n) {
        for (int k = 0; k < n; k++) {
            c[k] = f[k] * c[k] + i[k] * g[k];
        }
    }

    private static void product(double[] a, double[] b, double[] y, int n) {
        for (int k = 0; k < n; k++) {
            y[k] = a[k] * b[k];
        }
    }

    private static void addProduct(double[] a, double[] b, double[] y, int n) {
        for (int k = 0; k < n; k++) {
            y[k] += a[k] * b[k];
        }
    }

    private static void blend(double[] z, double[] fresh, double[] h, int n) {
        for (int k = 0; k < n; k++) {
            h[k] = (1 - z[k]) * fresh[k] + z[k] * h[k];
        }
    }

    /// A step, backwards.
    ///
    /// @param p            by part of the tape
    /// @param before       the state of an LSTM in the step before, of others the output
    /// @param carried      the derivative with respect to the output of this step; left behind is the part of the
    ///                     derivative with respect to the output before that does not go through the weights
    /// @param carriedState the same for the state of an LSTM
    /// @param slopes       gets the derivatives with respect to what the input contributes, by gate, and to the
    ///                     products with the weights, by [Cell#product]
    static void back(
            Steps s, double[][] p, double[] before, double[] carried, double[] carriedState, double[][] slopes) {
        int size = s.block();
        switch (s.cell()) {
            case RNN_TANH -> {
                tanhSlope(carried, p[0], slopes[0], size);
                Arrays.fill(carried, 0, size, 0);
            }
            case RNN_RELU -> {
                double[] h = p[0];
                double[] dg = slopes[0];
                for (int k = 0; k < size; k++) {
                    dg[k] = carried[k] * Math.signum(h[k]);
                }
                Arrays.fill(carried, 0, size, 0);
            }
            case LSTM -> lstmBack(p, before, carried, carriedState, slopes, size);
            case GRU -> gruBack(p, before, carried, slopes, size);
        }
    }

    private static void lstmBack(double[][] p, double[] before, double[] dh, double[] dc, double[][] slopes, int size) {
        double[] squashed = p[Cell.SQUASHED];
        addTanhSlope(dh, p[3], squashed, dc, size);
        product(dh, squashed, slopes[3], size);
        gateSlope(p[3], slopes[3], size);
        product(dc, before, slopes[1], size);
        gateSlope(p[1], slopes[1], size);
        product(dc, p[2], slopes[0], size);
        gateSlope(p[0], slopes[0], size);
        product(dc, p[0], slopes[2], size);
        tanhSlope(slopes[2], p[2], slopes[2], size);
        product(dc, p[1], dc, size);
        Arrays.fill(dh, 0, size, 0);
    }

    private static void gruBack(double[][] p, double[] before, double[] dh, double[][] slopes, int size) {
        double[] r = p[0];
        double[] z = p[1];
        double[] fresh = p[2];
        double[] dn = slopes[2];
        double[] dz = slopes[1];
        for (int k = 0; k < size; k++) {
            dn[k] = dh[k] * (1 - z[k]) * (1 - fresh[k] * fresh[k]);
        }
        for (int k = 0; k < size; k++) {
            dz[k] = dh[k] * (before[k] - fresh[k]);
        }
        gateSlope(z, dz, size);
        product(dn, p[Cell.RECALLED], slopes[0], size);
        gateSlope(r, slopes[0], size);
        product(dn, r, slopes[Cell.RECALLED], size);
        product(dh, z, dh, size);
    }

    /// `d += dy a (1 - y^2)`
    private static void addTanhSlope(double[] dy, double[] a, double[] y, double[] d, int n) {
        for (int k = 0; k < n; k++) {
            d[k] += dy[k] * a[k] * (1 - y[k] * y[k]);
        }
    }

    private static void tanhSlope(double[] dy, double[] y, double[] d, int n) {
        for (int k = 0; k < n; k++) {
            d[k] = dy[k] * (1 - y[k] * y[k]);
        }
    }

    /// `d *= y (1 - y)`
    private static void gateSlope(double[] y, double[] d, int n) {
        for (int k = 0; k < n; k++) {
            d[k] = d[k] * y[k] * (1 - y[k]);
        }
    }
}
