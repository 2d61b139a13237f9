package io.netwright.train;

import io.netwright.tensor.DoubleTensor;
import io.netwright.tensor.FloatTensor;
import io.netwright.tensor.Tensor;

/// Loops over parts of tensors, in either precision.
final class Vectors {

    private Vectors() {}

    /// @return the greatest absolute value; NaN where any number is NaN
    static double maxAbs(Tensor x, int from, int to) {
        return switch (x) {
            case DoubleTensor d -> DoubleVectors.maxAbs(d.data(), from, to);
            case FloatTensor f -> FloatVectors.maxAbs(f.data(), from, to);
        };
    }

    /// `x = a x + b y`
    ///
    /// @param x modified
    /// @param y of the same size and precision
    static void combine(Tensor x, double a, Tensor y, double b, int from, int to) {
        switch (x) {
            case DoubleTensor d -> DoubleVectors.combine(d.data(), a, ((DoubleTensor) y).data(), b, from, to);
            case FloatTensor f -> FloatVectors.combine(f.data(), a, ((FloatTensor) y).data(), b, from, to);
        }
    }
}
