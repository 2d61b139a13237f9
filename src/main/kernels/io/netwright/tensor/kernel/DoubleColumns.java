package io.netwright.tensor.kernel;

import java.util.Arrays;

/// What a convolution's window sees, laid out for a matrix product (im2col), and the way back: row `(channel, t, u, v)`
/// of the columns is what lies under plane t, row u, column v of the window at each place.
///
/// Where a window of several rows moves by single steps over planes, the columns for one v and all u are overlapping
/// pieces of one *strip*: the image, or what the window sees of it at v, row after row. Then the strip is made once,
/// and each column is one long copy instead of many short ones.
final class DoubleColumns {

    private DoubleColumns() {}

    /// @param columns modified: as many rows as the window has elements, as many columns as it has places
    /// @param strip   scratch of [#stripSize] numbers
    static void gather(Images s, int n, int g, double[] x, double[] columns, double[] strip) {
        int at = 0;
        boolean strips = usesStrips(s);
        for (int c = 0; c < s.channelsPerGroup(); c++) {
            int volume = inAt(s, n, g, c);
            if (strips) {
                gatherStrips(s, volume, x, columns, at, strip);
                at += s.height().kernel() * s.width().kernel() * s.places();
                continue;
            }
            for (int t = 0; t < s.depth().kernel(); t++) {
                for (int u = 0; u < s.height().kernel(); u++) {
                    for (int v = 0; v < s.width().kernel(); v++) {
                        at = gatherRow(s, volume, t, u, v, x, columns, at);
                    }
                }
            }
        }
    }

    static boolean usesStrips(Images s) {
        return s.depth().equals(Images.Axis.NONE)
                && s.height().kernel() > 1
                && s.height().stride() == 1
                && s.width().stride() == 1;
    }

    /// @return numbers in the strip of one column of the window
    static int stripSize(Images s) {
        return stripRows(s) * s.width().out();
    }

    private static int stripRows(Images s) {
        return s.height().out() + (s.height().kernel() - 1) * s.height().dilation();
    }

    /// Makes the strip of each column of the window and copies from it.
    private static void gatherStrips(Images s, int image, double[] x, double[] columns, int start, double[] strip) {
        int out = s.width().out();
        for (int v = 0; v < s.width().kernel(); v++) {
            int left = s.width().at(0, v);
            for (int r = 0; r < stripRows(s); r++) {
                int row = s.height().at(0, 0) + r;
                if (s.height().has(row)) {
                    line(s.width(), x, image + row * s.width().in(), left, strip, r * out);
                } else {
                    Arrays.fill(strip, r * out, (r + 1) * out, 0);
                }
            }
            for (int u = 0; u < s.height().kernel(); u++) {
                int to = start + (u * s.width().kernel() + v) * s.places();
                System.arraycopy(strip, u * s.height().dilation() * out, columns, to, s.places());
            }
        }
    }

    private static void scatterStrips(
            Images s, int image, double[] columns, int start, double[] strip, double[] piece, double[] dx) {
        int out = s.width().out();
        for (int v = 0; v < s.width().kernel(); v++) {
            Arrays.fill(strip, 0, stripSize(s), 0);
            for (int u = 0; u < s.height().kernel(); u++) {
                int from = start + (u * s.width().kernel() + v) * s.places();
                int to = u * s.height().dilation() * out;
                // copied to the places that it is added at: a loop on one index is vectorised
                System.arraycopy(columns, from, piece, to, s.places());
                for (int i = to; i < to + s.places(); i++) {
                    strip[i] += piece[i];
                }
            }
            int left = s.width().at(0, v);
            int first = first(s.width(), left);
            int count = end(s.width(), left) - first;
            for (int r = 0; r < stripRows(s); r++) {
                int row = s.height().at(0, 0) + r;
                if (s.height().has(row)) {
                    add(strip, r * out + first, dx, image + row * s.width().in() + left + first, count);
                }
            }
        }
    }

    private static void add(double[] x, int from, double[] y, int to, int count) {
        for (int i = 0; i < count; i++) {
            y[to + i] += x[from + i];
        }
    }

    static int inAt(Images s, int n, int g, int channel) {
        return (n * s.c() + g * s.channelsPerGroup() + channel) * s.pixels();
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
    static void scatter(Images s, int n, int g, double[] columns, double[] dx, double[] strip, double[] piece) {
        int at = 0;
        boolean strips = usesStrips(s);
        for (int c = 0; c < s.channelsPerGroup(); c++) {
            int volume = inAt(s, n, g, c);
            if (strips) {
                scatterStrips(s, volume, columns, at, strip, piece, dx);
                at += s.height().kernel() * s.width().kernel() * s.places();
                continue;
            }
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
