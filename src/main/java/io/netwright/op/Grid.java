package io.netwright.op;

import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.Window;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the explanations and shape rules of windowed ops share: indices of `(N, C, ...)` on both sides of a window.
final class Grid {

    private Grid() {}

    /// @return all indices into axes of these sizes, in row-major order
    static List<int[]> indices(int... sizes) {
        List<int[]> all = new ArrayList<>();
        int[] at = new int[sizes.length];
        int count = Arrays.stream(sizes).reduce(1, Math::multiplyExact);
        for (int i = 0; i < count; i++) {
            all.add(at.clone());
            for (int axis = sizes.length - 1; axis >= 0 && ++at[axis] == sizes[axis]; axis--) {
                at[axis] = 0;
            }
        }
        return all;
    }

    /// @return the elements of the window, in the order in which they are looked at
    static List<int[]> taps(Window w) {
        return indices(w.kernel().stream().mapToInt(Integer::intValue).toArray());
    }

    /// @param place an index `(n, c, ...)` of the output
    /// @param tap   an element of the window
    /// @return the index `(n, c', ...)` of the input that it sees there; null where that is padding
    static int @Nullable [] seen(Window w, Tensor x, int[] place, int channel, int[] tap) {
        int[] at = place.clone();
        at[1] = channel;
        for (int axis = 0; axis < tap.length; axis++) {
            at[2 + axis] = w.at(axis, place[2 + axis], tap[axis]);
            if (at[2 + axis] < 0 || at[2 + axis] >= x.dim(2 + axis)) {
                return null;
            }
        }
        return at;
    }

    /// The other way round.
    ///
    /// @param pixel an index `(n, c, ...)` of the input
    /// @return the index `(n, c', ...)` of the output whose window sees it as element `tap`; null where none does
    static int @Nullable [] seeing(Window w, Tensor y, int[] pixel, int channel, int[] tap) {
        int[] at = pixel.clone();
        at[1] = channel;
        for (int axis = 0; axis < tap.length; axis++) {
            int start = pixel[2 + axis]
                    + w.before().get(axis)
                    - tap[axis] * w.dilation().get(axis);
            int stride = w.stride().get(axis);
            if (start < 0 || start % stride != 0 || start / stride >= y.dim(2 + axis)) {
                return null;
            }
            at[2 + axis] = start / stride;
        }
        return at;
    }

    /// @return `channel` followed by the window's element `tap`, behind `first`: an index of weights
    static int[] weight(int first, int channel, int[] tap) {
        int[] at = new int[2 + tap.length];
        at[0] = first;
        at[1] = channel;
        System.arraycopy(tap, 0, at, 2, tap.length);
        return at;
    }

    /// @return `(N, channels, ...)` for the places that the window has in `x`
    /// @throws ShapeException where it has none
    static Shape placed(Shape x, int channels, Window w) {
        boolean fits = x.rank() == w.axes() + 2;
        int[] sizes = new int[w.axes() + 2];
        for (int axis = 0; fits && axis < w.axes(); axis++) {
            sizes[2 + axis] = w.places(axis, x.size(2 + axis));
            fits = sizes[2 + axis] > 0;
        }
        if (!fits) {
            throw new ShapeException(Message.of("op.problem.window", w.text(), x.toString()));
        }
        sizes[0] = x.raw(0);
        sizes[1] = channels;
        return Shape.of(sizes);
    }

    /// @return whether weights `(F, C / groups, ...)` are those of the window
    static boolean areWeights(Window w, Shape weight) {
        boolean fits = weight.rank() == w.axes() + 2;
        for (int axis = 0; fits && axis < w.axes(); axis++) {
            fits = weight.size(2 + axis) == w.kernel().get(axis);
        }
        return fits;
    }
}
