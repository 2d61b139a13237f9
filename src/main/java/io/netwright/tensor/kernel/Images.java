package io.netwright.tensor.kernel;

import io.netwright.tensor.Tensor;
import org.jspecify.annotations.Nullable;

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

    /// What the last calls of each thread were about, so that a step that asks for the same again allocates nothing.
    private static final ThreadLocal<@Nullable Known[]> KNOWN = ThreadLocal.withInitial(() -> new Known[64]);

    private record Known(Window window, Images images) {

        boolean fits(Window w, int groups, Tensor in, Tensor out) {
            return w == window
                    && groups == images.groups
                    && in.dim(0) == images.n
                    && in.dim(1) == images.c
                    && out.dim(1) == images.f
                    && in.dim(-1) == images.width.in
                    && (in.rank() < 4 || in.dim(-2) == images.height.in)
                    && (in.rank() < 5 || in.dim(-3) == images.depth.in);
        }
    }

    static Images of(Window w, int groups, Tensor in, Tensor out) {
        @Nullable Known[] known = KNOWN.get();
        int slot = (System.identityHashCode(w) + in.dim(1) + 31 * in.dim(-1)) & known.length - 1;
        Known last = known[slot];
        if (last == null || !last.fits(w, groups, in, out)) {
            last = new Known(w, create(w, groups, in, out));
            known[slot] = last;
        }
        return last.images;
    }

    private static Images create(Window w, int groups, Tensor in, Tensor out) {
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
