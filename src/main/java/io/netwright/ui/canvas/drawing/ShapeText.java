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

    /// @param along how far along the written shape, from 0 to 1
    /// @return which of the sizes is there, from 0
    public static int indexAt(String text, double along) {
        int end = Math.clamp((int) (along * text.length()), 0, text.length());
        return (int) text.substring(0, end).chars().filter(c -> c == '×').count();
    }

    private static String axis(int size) {
        return size == Shape.N ? "N" : size < 0 ? -size + "N" : Integer.toString(size);
    }
}
