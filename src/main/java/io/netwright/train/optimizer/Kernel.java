package io.netwright.train.optimizer;

import io.netwright.tensor.DoubleTensor;
import io.netwright.tensor.FloatTensor;
import io.netwright.tensor.Tensor;

/// The loop of an update rule in both precisions.
record Kernel(Float64 float64, Float32 float32) {

    /// Updates the weights `from` to `to - 1`; the first argument is what is the same for all elements, as
    /// [Rule#constants] gives it.
    interface Float64 {
        void run(double[] c, double[] w, double[] g, double[][] slots, int from, int to);
    }

    /// As [Float64].
    interface Float32 {
        void run(double[] c, float[] w, float[] g, float[][] slots, int from, int to);
    }

    /// A kernel with the parameter that it updates, so that a step looks nothing up and allocates nothing.
    interface Bound {

        /// @param g of the parameter's shape and precision. Not modified.
        void run(double[] c, Tensor g, int from, int to);
    }

    /// @param w     the parameter. Modified by the result.
    /// @param slots what is remembered of it. Modified by the result.
    Bound bind(Tensor w, Tensor[] slots) {
        return switch (w) {
            case DoubleTensor d -> {
                double[][] s = new double[slots.length][];
                for (int k = 0; k < s.length; k++) {
                    s[k] = ((DoubleTensor) slots[k]).data();
                }
                yield (c, g, from, to) -> float64.run(c, d.data(), ((DoubleTensor) g).data(), s, from, to);
            }
            case FloatTensor f -> {
                float[][] s = new float[slots.length][];
                for (int k = 0; k < s.length; k++) {
                    s[k] = ((FloatTensor) slots[k]).data();
                }
                yield (c, g, from, to) -> float32.run(c, f.data(), ((FloatTensor) g).data(), s, from, to);
            }
        };
    }
}
