package io.netwright.exchange.safetensors;

import java.util.List;
import java.util.stream.Collectors;

/// What a header says about one tensor, checked.
///
/// @param shape from the outermost axis to the innermost; a scalar has none, and a size may be 0
/// @param begin where its bytes begin, counted from the end of the header
/// @param end   where they end, exclusive
public record TensorInfo(String name, DType dtype, List<Long> shape, long begin, long end) {

    public TensorInfo {
        shape = List.copyOf(shape);
    }

    /// @return how many numbers it has
    public long size() {
        return (end - begin) / dtype.bytes();
    }

    /// @return `3 x 4` with the multiplication sign; `scalar` where it has no axes
    public String shapeText() {
        return text(shape);
    }

    static String text(List<Long> shape) {
        return shape.isEmpty() ? "scalar" : shape.stream().map(String::valueOf).collect(Collectors.joining(" \u00d7 "));
    }
}
