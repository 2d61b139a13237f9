package io.netwright.tensor.kernel;

import java.util.Arrays;

/// Convolution as a matrix product: the numbers under the window at each place are laid out as a column (im2col),
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
        Arrays.fill(dx, 0, s.n() * s.c() * s.pixels(), 0);
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
        return (n * s.c() + g * s.channelsPerGroup() + channel) * s.pixels();
    }

    /// Row `(channel, t, u, v)` of `columns` gets what lies under plane t, row u, column v of the window at each place.
    private static void gather(Images s, int n, int g, double[] x, double[] columns) {
        int at = 0;
        for (int c = 0; c < s.channelsPerGroup(); c++) {
            int volume = inAt(s, n, g, c);
            for (int t = 0; t < s.depth().kernel(); t++) {
                for (int u = 0; u < s.height().kernel(); u++) {
                    for (int v = 0; v < s.width().kernel(); v++) {
                        at = gatherRow(s, volume, t, u, v, x, columns, at);
                    }
                }
            }
        }
    }

    private static int gatherRow(Images s, int volume, int t, int u, int v, double[] x, double[] columns, int start) {
        int at = start;
        int left = s.width().at(0, v);
        for (int p = 0; p < s.depth().out(); p++) {
            int plane = s.depth().at(p, t);
            for (int i = 0; i < s.height().out(); i++) {
                int row = s.height().at(i, u);
                if (s.depth().has(plane) && s.height().has(row)) {
                    int line =
                            volume + (plane * s.height().in() + row) * s.width().in();
                    line(s.width(), x, line, left, columns, at);
                } else {
                    Arrays.fill(columns, at, at + s.width().out(), 0);
                }
                at += s.width().out();
            }
        }
        return at;
    }

    /// One row of places: those that hang over the left or right edge see padding.
    private static void line(Images.Axis width, double[] x, int row, int left, double[] columns, int at) {
        int stride = width.stride();
        int first = first(width, left);
        int end = Math.max(first, end(width, left));
        Arrays.fill(columns, at, at + first, 0);
        if (stride == 1 && first < end) {
            System.arraycopy(x, row + left + first, columns, at + first, end - first);
        } else {
            // also where this column of the window never meets the image: an image narrower than the window
            for (int j = first; j < end; j++) {
                columns[at + j] = x[row + left + j * stride];
            }
        }
        Arrays.fill(columns, at + end, at + width.out(), 0);
    }

    /// @return the first place that sees the image through the column of the window that lies at `left` at place 0
    private static int first(Images.Axis width, int left) {
        return Math.min(width.out(), left >= 0 ? 0 : (-left + width.stride() - 1) / width.stride());
    }

    /// @return the place after the last that does
    private static int end(Images.Axis width, int left) {
        return Math.min(width.out(), (width.in() - left + width.stride() - 1) / width.stride());
    }

    /// The transpose of [#gather]: adds each number of `columns` to where it came from.
    private static void scatter(Images s, int n, int g, double[] columns, double[] dx) {
        int at = 0;
        for (int c = 0; c < s.channelsPerGroup(); c++) {
            int volume = inAt(s, n, g, c);
            for (int t = 0; t < s.depth().kernel(); t++) {
                for (int u = 0; u < s.height().kernel(); u++) {
                    for (int v = 0; v < s.width().kernel(); v++) {
                        at = scatterRow(s, volume, t, u, v, columns, at, dx);
                    }
                }
            }
        }
    }

    private static int scatterRow(Images s, int volume, int t, int u, int v, double[] columns, int start, double[] dx) {
        int at = start;
        int left = s.width().at(0, v);
        int stride = s.width().stride();
        int first = first(s.width(), left);
        int end = end(s.width(), left);
        for (int p = 0; p < s.depth().out(); p++) {
            int plane = s.depth().at(p, t);
            for (int i = 0; i < s.height().out(); i++) {
                int row = s.height().at(i, u);
                if (s.depth().has(plane) && s.height().has(row)) {
                    int to =
                            volume + (plane * s.height().in() + row) * s.width().in() + left;
                    for (int j = first; j < end; j++) {
                        dx[to + j * stride] += columns[at + j];
                    }
                }
                at += s.width().out();
            }
        }
        return at;
    }
}
