package io.netwright.tensor.kernel;

import io.netwright.tensor.Tensor;

/// How a tensor lies inside a longer one along one axis: `outer` strips of `part` numbers, each in a strip of `whole`.
///
/// @param inner numbers for one step along the axis
record Strips(int outer, int part, int whole, int inner) {

    static Strips of(int axis, Tensor part, Tensor whole) {
        int outer = 1;
        for (int i = 0; i < axis; i++) {
            outer *= part.dim(i);
        }
        int inner = part.size() / outer / part.dim(axis);
        return new Strips(outer, part.dim(axis) * inner, whole.dim(axis) * inner, inner);
    }
}
