package io.netwright.tensor.kernel;

import java.util.Arrays;

/// Images made larger, and the way back of gradients.
final class DoubleUpsampling {

    private DoubleUpsampling() {}

    static void forward(Stretch down, Stretch across, int images, double[] x, double[] y) {
        int height = down.size() * down.factor();
        int width = across.size() * across.factor();
        int out = 0;
        for (int image = 0; image < images; image++) {
            for (int i = 0; i < height; i++) {
                int top = (image * down.size() + down.first(i)) * across.size();
                int bottom = (image * down.size() + down.last(i)) * across.size();
                double low = (double) down.share(i);
                for (int j = 0; j < width; j++) {
                    int left = across.first(j);
                    int right = across.last(j);
                    double far = (double) across.share(j);
                    double above = (1 - far) * x[top + left] + far * x[top + right];
                    double below = (1 - far) * x[bottom + left] + far * x[bottom + right];
                    y[out++] = (1 - low) * above + low * below;
                }
            }
        }
    }

    static void backward(Stretch down, Stretch across, int images, double[] dy, double[] dx) {
        int height = down.size() * down.factor();
        int width = across.size() * across.factor();
        Arrays.fill(dx, 0, images * down.size() * across.size(), 0);
        int out = 0;
        for (int image = 0; image < images; image++) {
            for (int i = 0; i < height; i++) {
                int top = (image * down.size() + down.first(i)) * across.size();
                int bottom = (image * down.size() + down.last(i)) * across.size();
                double low = (double) down.share(i);
                for (int j = 0; j < width; j++) {
                    int left = across.first(j);
                    int right = across.last(j);
                    double far = (double) across.share(j);
                    double above = (1 - low) * dy[out];
                    double below = low * dy[out++];
                    dx[top + left] += (1 - far) * above;
                    dx[top + right] += far * above;
                    dx[bottom + left] += (1 - far) * below;
                    dx[bottom + right] += far * below;
                }
            }
        }
    }
}
