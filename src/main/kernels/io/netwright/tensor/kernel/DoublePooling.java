package io.netwright.tensor.kernel;

import java.util.Arrays;

/// Pooling over windows of each channel. Padding is never the largest.
final class DoublePooling {

    private DoublePooling() {}

    static void max(Images s, double[] x, double[] y) {
        int out = 0;
        for (int image = 0; image < s.n() * s.c(); image++) {
            for (int i = 0; i < s.outH(); i++) {
                for (int j = 0; j < s.outW(); j++) {
                    y[out++] = x[largest(s, image, i, j, x)];
                }
            }
        }
    }

    static void maxGrad(Images s, double[] x, double[] dy, double[] dx) {
        Arrays.fill(dx, 0, s.n() * s.c() * s.h() * s.w(), 0);
        int out = 0;
        for (int image = 0; image < s.n() * s.c(); image++) {
            for (int i = 0; i < s.outH(); i++) {
                for (int j = 0; j < s.outW(); j++) {
                    dx[largest(s, image, i, j, x)] += dy[out++];
                }
            }
        }
    }

    /// @return the place of the first largest number under the window; a NaN counts as the largest
    private static int largest(Images s, int image, int i, int j, double[] x) {
        Window2d win = s.window();
        int best = -1;
        for (int u = 0; u < win.kernelH(); u++) {
            int row = i * win.strideH() + u * win.dilationH() - win.padTop();
            if (row < 0 || row >= s.h()) {
                continue;
            }
            for (int v = 0; v < win.kernelW(); v++) {
                int col = j * win.strideW() + v * win.dilationW() - win.padLeft();
                if (col < 0 || col >= s.w()) {
                    continue;
                }
                int at = (image * s.h() + row) * s.w() + col;
                if (best < 0 || x[at] > x[best] || Double.isNaN(x[at])) {
                    best = at;
                }
            }
        }
        return best;
    }
}
