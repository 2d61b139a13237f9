package io.netwright.tensor.kernel;

import java.util.Arrays;

/// 2-D convolution as a matrix product: the numbers under the window at each place are laid out as a column (im2col),
/// image by image, so that the scratch memory is that of one image.
final class DoubleConvolution {

    private static final ThreadLocal<double[]> SCRATCH = ThreadLocal.withInitial(() -> new double[0]);

    private DoubleConvolution() {}

    private static double[] scratch(int size) {
        double[] s = SCRATCH.get();
        if (s.length < size) {
            s = new double[size];
            SCRATCH.set(s);
        }
        return s;
    }

    static void forward(Images s, double[] x, double[] weight, double[] y) {
        double[] columns = scratch(s.patch() * s.places());
        for (int n = 0; n < s.n(); n++) {
            for (int g = 0; g < s.groups(); g++) {
                gather(s, n, g, x, columns);
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
                                columns,
                                0,
                                s.places(),
                                0,
                                y,
                                outAt(s, n, g),
                                s.places());
            }
        }
    }

    static void inputGrad(Images s, double[] weight, double[] dy, double[] dx) {
        double[] columns = scratch(s.patch() * s.places());
        Arrays.fill(dx, 0, s.n() * s.c() * s.h() * s.w(), 0);
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
                                columns,
                                0,
                                s.places());
                scatter(s, n, g, columns, dx);
            }
        }
    }

    static void weightGrad(Images s, double[] x, double[] dy, double[] dw) {
        double[] columns = scratch(s.patch() * s.places());
        for (int n = 0; n < s.n(); n++) {
            for (int g = 0; g < s.groups(); g++) {
                gather(s, n, g, x, columns);
                Blas.best()
                        .gemm(
                                false,
                                true,
                                s.filtersPerGroup(),
                                s.patch(),
                                s.places(),
                                1,
                                dy,
                                outAt(s, n, g),
                                s.places(),
                                columns,
                                0,
                                s.places(),
                                n == 0 ? 0 : 1,
                                dw,
                                g * s.filtersPerGroup() * s.patch(),
                                s.patch());
            }
        }
    }

    private static int outAt(Images s, int n, int g) {
        return (n * s.f() + g * s.filtersPerGroup()) * s.places();
    }

    private static int inAt(Images s, int n, int g, int channel) {
        return (n * s.c() + g * s.channelsPerGroup() + channel) * s.h() * s.w();
    }

    /// Row `(channel, u, v)` of `columns` gets what lies under row u, column v of the window at each place.
    private static void gather(Images s, int n, int g, double[] x, double[] columns) {
        Window2d win = s.window();
        int at = 0;
        for (int c = 0; c < s.channelsPerGroup(); c++) {
            int image = inAt(s, n, g, c);
            for (int u = 0; u < win.kernelH(); u++) {
                for (int v = 0; v < win.kernelW(); v++) {
                    int left = v * win.dilationW() - win.padLeft();
                    for (int i = 0; i < s.outH(); i++) {
                        int row = i * win.strideH() + u * win.dilationH() - win.padTop();
                        if (row < 0 || row >= s.h()) {
                            Arrays.fill(columns, at, at + s.outW(), 0);
                        } else {
                            line(s, x, image + row * s.w(), left, columns, at);
                        }
                        at += s.outW();
                    }
                }
            }
        }
    }

    /// One row of places: those that hang over the left or right edge see padding.
    private static void line(Images s, double[] x, int row, int left, double[] columns, int at) {
        int stride = s.window().strideW();
        int first = Math.min(s.outW(), left >= 0 ? 0 : (-left + stride - 1) / stride);
        int end = Math.max(first, Math.min(s.outW(), (s.w() - left + stride - 1) / stride));
        Arrays.fill(columns, at, at + first, 0);
        if (stride == 1 && first < end) {
            System.arraycopy(x, row + left + first, columns, at + first, end - first);
        } else {
            // also where this column of the window never meets the image: an image narrower than the window
            for (int j = first; j < end; j++) {
                columns[at + j] = x[row + left + j * stride];
            }
        }
        Arrays.fill(columns, at + end, at + s.outW(), 0);
    }

    /// The transpose of [#gather]: adds each number of `columns` to where it came from.
    private static void scatter(Images s, int n, int g, double[] columns, double[] dx) {
        Window2d win = s.window();
        int at = 0;
        for (int c = 0; c < s.channelsPerGroup(); c++) {
            int image = inAt(s, n, g, c);
            for (int u = 0; u < win.kernelH(); u++) {
                for (int v = 0; v < win.kernelW(); v++) {
                    int left = v * win.dilationW() - win.padLeft();
                    for (int i = 0; i < s.outH(); i++) {
                        int row = i * win.strideH() + u * win.dilationH() - win.padTop();
                        if (row >= 0 && row < s.h()) {
                            int stride = win.strideW();
                            int first = Math.min(s.outW(), left >= 0 ? 0 : (-left + stride - 1) / stride);
                            int end = Math.min(s.outW(), (s.w() - left + stride - 1) / stride);
                            int to = image + row * s.w() + left;
                            for (int j = first; j < end; j++) {
                                dx[to + j * stride] += columns[at + j];
                            }
                        }
                        at += s.outW();
                    }
                }
            }
        }
    }
}
