package io.netwright.ui.canvas.drawing;

import io.netwright.tensor.Shape;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Shapes as they stand on wires: one sample's sizes, close together.
public final class ShapeText {

    private ShapeText() {}

    /// @return such as `16×24×24` for (N, 16, 24, 24); the batch axis goes without saying
    public static String of(Shape shape) {
        int first = shape.rank() > 0 && shape.raw(0) == Shape.N ? 1 : 0;
        if (shape.rank() == first) {
            return "1";
        }
        return IntStream.range(first, shape.rank())
                .mapToObj(i -> axis(shape.raw(i)))
                .collect(Collectors.joining("×"));
    }

    private static String axis(int size) {
        return size == Shape.N ? "N" : size < 0 ? -size + "N" : Integer.toString(size);
    }
}
