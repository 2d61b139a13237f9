package io.netwright.tensor.kernel;

import io.netwright.tensor.Tensor;

/// The sizes of a convolution or pooling: `(n, c, h, w)` to `(n, f, outH, outW)`.
record Images(Window2d window, int groups, int n, int c, int h, int w, int f, int outH, int outW) {

    static Images of(Window2d window, int groups, Tensor in, Tensor out) {
        return new Images(
                window, groups, in.dim(0), in.dim(1), in.dim(2), in.dim(3), out.dim(1), out.dim(2), out.dim(3));
    }

    /// @return channels that one filter sees
    int channelsPerGroup() {
        return c / groups;
    }

    int filtersPerGroup() {
        return f / groups;
    }

    /// @return places of the window in one image
    int places() {
        return outH * outW;
    }

    /// @return numbers under the window at one place, over the channels of a group
    int patch() {
        return channelsPerGroup() * window.area();
    }
}
