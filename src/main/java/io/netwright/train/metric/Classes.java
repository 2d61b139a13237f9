package io.netwright.train.metric;

import io.netwright.tensor.Tensor;

/// Classes read off predictions.
public final class Classes {

    private Classes() {}

    /// @param t   of shape `(N, k)`
    /// @param row the sample
    /// @return where the sample's greatest number stands, the first of equal ones; NaN is never the greatest
    public static int greatest(Tensor t, int row) {
        int cols = t.cols();
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < cols; c++) {
            double v = t.get(row * cols + c);
            if (v > most) {
                most = v;
                best = c;
            }
        }
        return best;
    }
}
