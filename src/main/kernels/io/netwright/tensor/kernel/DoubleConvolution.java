package io.netwright.tensor.kernel;

import java.util.Arrays;

/// Convolution as a matrix product: what the window sees at each place is laid out as a column ([DoubleColumns]), image
/// by image, so that the scratch memory is that of one image. A window of one element sees the image as it is.
final class DoubleConvolution {

    private static final ThreadLocal<DoubleConvolution> SCRATCH = ThreadLocal.withInitial(DoubleConvolution::new);

    private double[] columns = {};
    private double[] strip = {};
    private double[] piece = {};
    private double[] sum = {};

    private DoubleConvolution() {}

    private static DoubleConvolution scratch(Images s) {
        DoubleConvolution mine = SCRATCH.get();
        if (mine.columns.length < s.patch() * s.places()) {
            mine.columns = new double[s.patch() * s.places()];
        }
        if (DoubleColumns.usesStrips(s) && mine.strip.length < DoubleColumns.stripSize(s)) {
            mine.strip = new double[DoubleColumns.stripSize(s)];
            mine.piece = new double[DoubleColumns.stripSize(s)];
        }
        return mine;
    }

    static void forward(Images s, double[] x, double[] weight, double[] y) {
        DoubleConvolution mine = scratch(s);
        for (int n = 0; n < s.n(); n++) {
            for (int g = 0; g < s.groups(); g++) {
                boolean asIs = s.isPointwise();
                if (!asIs) {
                    DoubleColumns.gather(s, n, g, x, mine.columns, mine.strip);
                }
                Blas.best()
                        .gemm(
                                false,
                                false,
                                s.filtersPerGroup(),
                                s.places(),
                                s.patch(),
                                1,
                                weight,
                                g * s.filtersPerGroup() * s.patch(),
                                s.patch(),
                                asIs ? x : mine.columns,
                                asIs ? DoubleColumns.inAt(s, n, g, 0) : 0,
                                s.places(),
                                0,
                                y,
                                outAt(s, n, g),
                                s.places());
            }
        }
    }

    static void inputGrad(Images s, double[] weight, double[] dy, double[] dx) {
        DoubleConvolution mine = scratch(s);
        boolean asIs = s.isPointwise();
        if (!asIs) {
            Arrays.fill(dx, 0, s.n() * s.c() * s.pixels(), 0);
        }
        for (int n = 0; n < s.n(); n++) {
            for (int g = 0; g < s.groups(); g++) {
                Blas.best()
                        .gemm(
                                true,
                                false,
                                s.patch(),
                                s.places(),
                                s.filtersPerGroup(),
                                1,
                                weight,
                                g * s.filtersPerGroup() * s.patch(),
                                s.patch(),
                                dy,
                                outAt(s, n, g),
                                s.places(),
                                0,
                                asIs ? dx : mine.columns,
                                asIs ? DoubleColumns.inAt(s, n, g, 0) : 0,
                                s.places());
                if (!asIs) {
                    DoubleColumns.scatter(s, n, g, mine.columns, dx, mine.strip, mine.piece);
                }
            }
        }
    }

    /// Adds up the transpose, since columns times `dy` transposed is the faster product, and turns it at the end.
    static void weightGrad(Images s, double[] x, double[] dy, double[] dw) {
        DoubleConvolution mine = scratch(s);
        int size = s.patch() * s.filtersPerGroup();
        if (mine.sum.length < size) {
            mine.sum = new double[size];
        }
        for (int g = 0; g < s.groups(); g++) {
            for (int n = 0; n < s.n(); n++) {
                boolean asIs = s.isPointwise();
                if (!asIs) {
                    DoubleColumns.gather(s, n, g, x, mine.columns, mine.strip);
                }
                Blas.best()
                        .gemm(
                                false,
                                true,
                                s.patch(),
                                s.filtersPerGroup(),
                                s.places(),
                                1,
                                asIs ? x : mine.columns,
                                asIs ? DoubleColumns.inAt(s, n, g, 0) : 0,
                                s.places(),
                                dy,
                                outAt(s, n, g),
                                s.places(),
                                n == 0 ? 0 : 1,
                                mine.sum,
                                0,
                                s.filtersPerGroup());
            }
            transpose(mine.sum, s.patch(), s.filtersPerGroup(), dw, g * size);
        }
    }

    private static void transpose(double[] x, int rows, int cols, double[] y, int to) {
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < cols; c++) {
                y[to + c * rows + r] = x[r * cols + c];
            }
        }
    }

    private static int outAt(Images s, int n, int g) {
        return (n * s.f() + g * s.filtersPerGroup()) * s.places();
    }
}
