package io.netwright.tensor.kernel;

import io.netwright.tensor.Tensor;

/// The sizes of a convolution or pooling: `(n, c, d, h, w)` to `(n, f, d', h', w')`, where an image has one plane and a
/// sequence one plane of one row.
record Images(int groups, int n, int c, int f, Axis depth, Axis height, Axis width) {

    /// One axis over which the window slides.
    ///
    /// @param in     elements
    /// @param out    places of the window
    /// @param kernel elements of the window
    /// @param before padding before the first element
    record Axis(int in, int out, int kernel, int stride, int dilation, int before) {

        static final Axis NONE = new Axis(1, 1, 1, 1, 1, 0);

        static Axis of(Window w, int axis, Tensor in, Tensor out) {
            return new Axis(
                    in.dim(2 + axis),
                    out.dim(2 + axis),
                    w.kernel().get(axis),
                    w.stride().get(axis),
                    w.dilation().get(axis),
                    w.before().get(axis));
        }

        /// @return what element `tap` of the window sees at `place`; perhaps outside
        int at(int place, int tap) {
            return place * stride + tap * dilation - before;
        }

        /// @return whether the window is one element that visits each once
        boolean isPointwise() {
            return kernel == 1 && stride == 1 && out == in;
        }

        /// @return whether windows of two elements cover the axis once, but perhaps for its last element
        boolean isHalved() {
            return kernel == 2 && stride == 2 && dilation == 1 && before == 0 && 2 * out <= in;
        }

        boolean has(int element) {
            return element >= 0 && element < in;
        }
    }

    static Images of(Window w, int groups, Tensor in, Tensor out) {
        int axes = w.axes();
        return new Images(
                groups,
                in.dim(0),
                in.dim(1),
                out.dim(1),
                axes > 2 ? Axis.of(w, axes - 3, in, out) : Axis.NONE,
                axes > 1 ? Axis.of(w, axes - 2, in, out) : Axis.NONE,
                Axis.of(w, axes - 1, in, out));
    }

    boolean isPointwise() {
        return depth.isPointwise() && height.isPointwise() && width.isPointwise();
    }

    /// @return channels that one filter sees
    int channelsPerGroup() {
        return c / groups;
    }

    int filtersPerGroup() {
        return f / groups;
    }

    /// @return elements of one channel
    int pixels() {
        return depth.in() * height.in() * width.in();
    }

    /// @return places of the window in one image
    int places() {
        return depth.out() * height.out() * width.out();
    }

    /// @return numbers under the window at one place, over the channels of a group
    int patch() {
        return channelsPerGroup() * depth.kernel() * height.kernel() * width.kernel();
    }
}
