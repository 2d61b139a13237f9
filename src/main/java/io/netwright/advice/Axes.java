package io.netwright.advice;

import io.netwright.layer.Family;
import io.netwright.layer.LayerInfo;
import io.netwright.tensor.Shape;
import org.jspecify.annotations.Nullable;

/// What the axes of a shape are called.
public final class Axes {

    private Axes() {}

    /// @param maker the layer that it leaves; null where nobody knows
    /// @return such as `N`, `C`, `H`, `W` for a batch of images, and `N`, `T`, `D` for one of sequences
    public static String name(Shape shape, int axis, @Nullable LayerInfo maker) {
        if (shape.isBatched(axis)) {
            return "N";
        }
        int first = shape.rank() > 0 && shape.isBatched(0) ? 1 : 0;
        int rank = shape.rank() - first;
        int i = axis - first;
        boolean windows = maker != null && (maker.family() == Family.CONVOLUTION || maker.family() == Family.POOLING);
        return switch (rank) {
            case 1 -> "D";
            case 2 -> windows ? (i == 0 ? "C" : "L") : i == 0 ? "T" : "D";
            case 3 -> "CHW".substring(i, i + 1);
            case 4 -> "CZHW".substring(i, i + 1);
            default -> "A" + i;
        };
    }
}
