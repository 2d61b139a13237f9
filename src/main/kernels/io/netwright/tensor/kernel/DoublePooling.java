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
        int top = i * win.strideH() - win.padTop();
        int left = j * win.strideW() - win.padLeft();
        int best = -1;
        for (int u = 0; u < win.kernelH(); u++) {
            int row = top + u * win.dilationH();
            if (row < 0 || row >= s.h()) {
                continue;
            }
            int line = (image * s.h() + row) * s.w();
            for (int v = 0; v < win.kernelW(); v++) {
                int col = left + v * win.dilationW();
                if (col < 0 || col >= s.w()) {
                    continue;
                }
                if (best < 0 || x[line + col] > x[best] || Double.isNaN(x[line + col])) {
                    best = line + col;
                }
            }
        }
        return best;
    }
}
