package io.netwright.tensor.kernel;

import java.util.List;
import java.util.stream.Collectors;

/// A window that slides over the last axes of `(N, C, L)`, `(N, C, H, W)` or `(N, C, D, H, W)`. All lists have one
/// number for each of those axes.
///
/// @param kernel   how long the window is
/// @param stride   how far it moves from one place to the next
/// @param dilation how far its own elements are apart
/// @param before   padding before the first element
/// @param after    padding after the last
public record Window(
        List<Integer> kernel, List<Integer> stride, List<Integer> dilation, List<Integer> before, List<Integer> after) {

    public Window {
        kernel = List.copyOf(kernel);
        stride = List.copyOf(stride);
        dilation = List.copyOf(dilation);
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /// @return a window that covers each element once, without padding
    public static Window tiles(List<Integer> kernel) {
        List<Integer> ones = kernel.stream().map(k -> 1).toList();
        List<Integer> zeros = kernel.stream().map(k -> 0).toList();
        return new Window(kernel, kernel, ones, zeros, zeros);
    }

    /// @return over how many axes it slides
    public int axes() {
        return kernel.size();
    }

    /// @return elements from the first to the last that the window sees along `axis`, both included
    public int reach(int axis) {
        return dilation.get(axis) * (kernel.get(axis) - 1) + 1;
    }

    /// @return places that the window has in `length` elements of `axis`; at most 0 where it does not fit
    public int places(int axis, int length) {
        return Math.floorDiv(length + before.get(axis) + after.get(axis) - reach(axis), stride.get(axis)) + 1;
    }

    /// @return what element `tap` of the window sees at place `place` along `axis`; in the padding where it is negative
    ///     or not less than the axis is long
    public int at(int axis, int place, int tap) {
        return place * stride.get(axis) + tap * dilation.get(axis) - before.get(axis);
    }

    /// @return how many elements it has
    public int area() {
        return kernel.stream().reduce(1, Math::multiplyExact);
    }

    /// @return its sizes as people write them: `3 × 3`
    public String text() {
        return kernel.stream().map(Object::toString).collect(Collectors.joining(" × "));
    }
}
