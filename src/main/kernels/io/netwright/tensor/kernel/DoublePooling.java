package io.netwright.tensor.kernel;

import java.util.Arrays;

/// Pooling over windows of each channel. Padding is never the largest; to an average it is zeros, or nothing.
final class DoublePooling {

    private DoublePooling() {}

    static void max(Images s, double[] x, double[] y) {
        if (isQuartered(s)) {
            largestOfFour(s, x, y);
            return;
        }
        int out = 0;
        for (int channel = 0; channel < s.n() * s.c(); channel++) {
            for (int place = 0; place < s.places(); place++) {
                y[out++] = x[largest(s, channel, place, x)];
            }
        }
    }

    static void maxGrad(Images s, double[] x, double[] dy, double[] dx) {
        Arrays.fill(dx, 0, s.n() * s.c() * s.pixels(), 0);
        if (isQuartered(s)) {
            gradOfFour(s, x, dy, dx);
            return;
        }
        int out = 0;
        for (int channel = 0; channel < s.n() * s.c(); channel++) {
            for (int place = 0; place < s.places(); place++) {
                dx[largest(s, channel, place, x)] += dy[out++];
            }
        }
    }

    /// @return whether each image is halved in both directions, the case that occurs most
    private static boolean isQuartered(Images s) {
        return s.depth().isPointwise() && s.height().isHalved() && s.width().isHalved();
    }

    private static void largestOfFour(Images s, double[] x, double[] y) {
        int w = s.width().in();
        int out = 0;
        for (int image = 0; image < s.n() * s.c() * s.depth().in(); image++) {
            for (int i = 0; i < s.height().out(); i++) {
                int line = (image * s.height().in() + 2 * i) * w;
                for (int at = line; at < line + 2 * s.width().out(); at += 2) {
                    y[out++] = Math.max(Math.max(x[at], x[at + 1]), Math.max(x[at + w], x[at + w + 1]));
                }
            }
        }
    }

    /// As the general way, but for windows with a NaN, whose gradient may go to any element.
    private static void gradOfFour(Images s, double[] x, double[] dy, double[] dx) {
        int w = s.width().in();
        int out = 0;
        for (int image = 0; image < s.n() * s.c() * s.depth().in(); image++) {
            for (int i = 0; i < s.height().out(); i++) {
                int line = (image * s.height().in() + 2 * i) * w;
                for (int at = line; at < line + 2 * s.width().out(); at += 2) {
                    int top = at + Signs.negative(x[at] - x[at + 1]);
                    int bottom = at + w + Signs.negative(x[at + w] - x[at + w + 1]);
                    dx[top + (bottom - top) * Signs.negative(x[top] - x[bottom])] = dy[out++];
                }
            }
        }
    }

    /// @return the place of the first largest number under the window; a NaN counts as the largest
    private static int largest(Images s, int channel, int place, double[] x) {
        int i = place / s.width().out();
        int left = s.width().at(place % s.width().out(), 0);
        int top = s.height().at(i % s.height().out(), 0);
        int front = s.depth().at(i / s.height().out(), 0);
        int best = -1;
        for (int t = 0; t < s.depth().kernel(); t++) {
            int plane = front + t * s.depth().dilation();
            for (int u = 0; u < s.height().kernel(); u++) {
                int row = top + u * s.height().dilation();
                if (!s.depth().has(plane) || !s.height().has(row)) {
                    continue;
                }
                int line = ((channel * s.depth().in() + plane) * s.height().in() + row)
                        * s.width().in();
                for (int v = 0; v < s.width().kernel(); v++) {
                    int col = left + v * s.width().dilation();
                    if (!s.width().has(col)) {
                        continue;
                    }
                    if (best < 0 || x[line + col] > x[best] || Double.isNaN(x[line + col])) {
                        best = line + col;
                    }
                }
            }
        }
        return best;
    }

    /// @param countPadding whether the sum is divided by the window's area rather than by what it sees of the image
    static void average(Images s, boolean countPadding, double[] x, double[] y) {
        int out = 0;
        for (int channel = 0; channel < s.n() * s.c(); channel++) {
            for (int place = 0; place < s.places(); place++) {
                Seen w = Seen.of(s, place);
                double total = 0;
                for (int plane = w.front(); plane < w.back(); plane++) {
                    for (int row = w.top(); row < w.bottom(); row++) {
                        int line =
                                ((channel * s.depth().in() + plane) * s.height().in() + row)
                                        * s.width().in();
                        for (int col = w.left(); col < w.right(); col++) {
                            total += x[line + col];
                        }
                    }
                }
                y[out++] = total / w.divisor(s, countPadding);
            }
        }
    }

    static void averageGrad(Images s, boolean countPadding, double[] dy, double[] dx) {
        Arrays.fill(dx, 0, s.n() * s.c() * s.pixels(), 0);
        int out = 0;
        for (int channel = 0; channel < s.n() * s.c(); channel++) {
            for (int place = 0; place < s.places(); place++) {
                Seen w = Seen.of(s, place);
                double share = dy[out++] / w.divisor(s, countPadding);
                for (int plane = w.front(); plane < w.back(); plane++) {
                    for (int row = w.top(); row < w.bottom(); row++) {
                        int line =
                                ((channel * s.depth().in() + plane) * s.height().in() + row)
                                        * s.width().in();
                        for (int col = w.left(); col < w.right(); col++) {
                            dx[line + col] += share;
                        }
                    }
                }
            }
        }
    }

    /// What a window without gaps sees of the image at one place: from the first plane, row and column to before the
    /// last.
    private record Seen(int front, int back, int top, int bottom, int left, int right) {

        static Seen of(Images s, int place) {
            int i = place / s.width().out();
            int col = s.width().at(place % s.width().out(), 0);
            int row = s.height().at(i % s.height().out(), 0);
            int plane = s.depth().at(i / s.height().out(), 0);
            return new Seen(
                    Math.max(0, plane),
                    Math.min(s.depth().in(), plane + s.depth().kernel()),
                    Math.max(0, row),
                    Math.min(s.height().in(), row + s.height().kernel()),
                    Math.max(0, col),
                    Math.min(s.width().in(), col + s.width().kernel()));
        }

        int divisor(Images s, boolean countPadding) {
            return countPadding
                    ? s.depth().kernel() * s.height().kernel() * s.width().kernel()
                    : (back - front) * (bottom - top) * (right - left);
        }
    }
}
