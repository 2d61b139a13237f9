package io.netwright.tensor.kernel;

import io.netwright.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// How a small tensor is repeated to the size of a large one, in the forms that occur most: element `m` of the small
/// one stands at `(o, m, i)` for every `o < outer` and `i < inner`. A row vector has `inner == 1`, a channel's bias has
/// both.
record Repeat(int outer, int middle, int inner) {

    /// @return the form, or null where the repeated axes are not all outside or all inside the others
    static @Nullable Repeat of(Tensor small, Tensor large) {
        int lead = large.rank() - small.rank();
        int first = large.rank();
        int last = -1;
        for (int axis = lead; axis < large.rank(); axis++) {
            if (small.dim(axis - lead) > 1) {
                first = Math.min(first, axis);
                last = axis;
            }
        }
        int middle = 1;
        for (int axis = first; axis <= last; axis++) {
            if (small.dim(axis - lead) != large.dim(axis)) {
                return null;
            }
            middle *= large.dim(axis);
        }
        int inner = 1;
        for (int axis = Math.max(last + 1, 0); axis < large.rank(); axis++) {
            inner *= large.dim(axis);
        }
        return new Repeat(large.size() / middle / inner, middle, inner);
    }

    /// @return for each element of `large` in row-major order the place in `small` that is repeated there
    static int[] places(Tensor small, Tensor large) {
        int[] places = new int[large.size()];
        int lead = large.rank() - small.rank();
        for (int i = 0; i < places.length; i++) {
            int[] index = large.index(i);
            int at = 0;
            for (int axis = 0; axis < small.rank(); axis++) {
                at = at * small.dim(axis) + (small.dim(axis) == 1 ? 0 : index[axis + lead]);
            }
            places[i] = at;
        }
        return places;
    }
}
