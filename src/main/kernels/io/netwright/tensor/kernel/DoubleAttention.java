package io.netwright.tensor.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Attention: a small matrix product for each sample and head, on the heads where they lie among the features.
final class DoubleAttention {

    private DoubleAttention() {}

    static void scores(Heads s, double[] q, double[] k, double[] scores) {
        for (int n = 0; n < s.n(); n++) {
            for (int h = 0; h < s.heads(); h++) {
                Blas.best()
                        .gemm(
                                false,
                                true,
                                s.queries(),
                                s.keys(),
                                s.depth(),
                                1,
                                q,
                                s.query(n, h),
                                s.queryRow(),
                                k,
                                s.key(n, h),
                                s.keyRow(),
                                0,
                                scores,
                                s.score(n, h),
                                s.keys());
            }
        }
    }

    static void mix(Heads s, double[] p, double[] v, double[] y) {
        for (int n = 0; n < s.n(); n++) {
            for (int h = 0; h < s.heads(); h++) {
                Blas.best()
                        .gemm(
                                false,
                                false,
                                s.queries(),
                                s.depth(),
                                s.keys(),
                                1,
                                p,
                                s.score(n, h),
                                s.keys(),
                                v,
                                s.key(n, h),
                                s.keyRow(),
                                0,
                                y,
                                s.query(n, h),
                                s.queryRow());
            }
        }
    }

    static void spread(Heads s, double[] p, double[] x, double[] y) {
        for (int n = 0; n < s.n(); n++) {
            for (int h = 0; h < s.heads(); h++) {
                Blas.best()
                        .gemm(
                                true,
                                false,
                                s.keys(),
                                s.depth(),
                                s.queries(),
                                1,
                                p,
                                s.score(n, h),
                                s.keys(),
                                x,
                                s.query(n, h),
                                s.queryRow(),
                                h % s.shared() == 0 ? 0 : 1,
                                y,
                                s.key(n, h),
                                s.keyRow());
            }
        }
    }

    /// The exponents of all rows first, since their exponentials are taken fastest all at once. What is not seen is
    /// taken away afterwards. A row without mask is done again where its sum says that digits were lost.
    static void softmax(Heads s, double scale, boolean causal, double[] x, double @Nullable [] mask, double[] y) {
        int rows = s.n() * s.heads() * s.queries();
        if (mask == null) {
            DoubleElementwise.affine(scale, 0, x, y, rows * s.keys());
        } else {
            for (int r = 0; r < rows; r++) {
                int maskAt = r / (s.heads() * s.queries()) * s.keys();
                maskedRow(scale, x, mask, maskAt, y, r * s.keys(), seen(s, causal, r));
            }
        }
        Exponentials.exp(y, y, rows * s.keys());
        for (int r = 0; r < rows; r++) {
            int at = r * s.keys();
            int seen = seen(s, causal, r);
            Arrays.fill(y, at + seen, at + s.keys(), 0);
            double total = DoubleReduction.total(y, at, seen);
            if (mask == null && !DoubleRows.isPlain(total)) {
                careful(scale, x, y, at, seen);
                total = DoubleReduction.total(y, at, seen);
            }
            divide(y, at, seen, total);
        }
    }

    /// @return how many steps the query of row `r` may see
    private static int seen(Heads s, boolean causal, int r) {
        return causal ? Math.min(r % s.queries() + 1, s.keys()) : s.keys();
    }

    /// The exponentials of one row above its largest number.
    private static void careful(double scale, double[] x, double[] y, int at, int n) {
        double max = DoubleReduction.max(x, at, n);
        for (int i = at; i < at + n; i++) {
            y[i] = scale * (x[i] - max);
        }
        Exponentials.exp(y, y, at, at + n);
    }

    private static void maskedRow(double scale, double[] x, double[] mask, int maskAt, double[] y, int at, int seen) {
        // the largest of what is seen: what is masked may be anything
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < seen; i++) {
            if (mask[maskAt + i] != 0) {
                max = Math.max(max, x[at + i]);
            }
        }
        for (int i = 0; i < seen; i++) {
            y[at + i] = mask[maskAt + i] != 0 ? scale * (x[at + i] - max) : Double.NEGATIVE_INFINITY;
        }
    }

    private static void divide(double[] y, int at, int n, double total) {
        double share = total == 0 ? 0 : 1 / total;
        for (int i = at; i < at + n; i++) {
            y[i] *= share;
        }
    }
}
