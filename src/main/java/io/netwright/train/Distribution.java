package io.netwright.train;

import io.netwright.tensor.Tensor;
import java.util.Arrays;

/// How the numbers of a tensor are spread.
///
/// @param min    the least
/// @param max    the greatest
/// @param mean   their mean
/// @param norm   the root of the sum of their squares
/// @param counts how many fall into each of equally wide bins from `min` to `max`; the last includes `max`. Where all
///               numbers are equal they are in the first
public record Distribution(double min, double max, double mean, double norm, int[] counts) {

    public Distribution {
        counts = counts.clone();
    }

    /// @param t    of at least one element, all finite
    /// @param bins at least 1
    public static Distribution of(Tensor t, int bins) {
        double min = t.get(0);
        double max = min;
        double sum = 0;
        double squares = 0;
        int n = t.size();
        for (int i = 0; i < n; i++) {
            double x = t.get(i);
            min = Math.min(min, x);
            max = Math.max(max, x);
            sum += x;
            squares += x * x;
        }
        int[] counts = new int[bins];
        double scale = max > min ? bins / (max - min) : 0;
        for (int i = 0; i < n; i++) {
            int bin = (int) ((t.get(i) - min) * scale);
            counts[Math.min(bin, bins - 1)]++;
        }
        return new Distribution(min, max, sum / n, Math.sqrt(squares), counts);
    }

    @Override
    public int[] counts() {
        return counts.clone();
    }

    public int bins() {
        return counts.length;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Distribution d
                && min == d.min
                && max == d.max
                && mean == d.mean
                && norm == d.norm
                && Arrays.equals(counts, d.counts);
    }

    @Override
    public int hashCode() {
        return Double.hashCode(min) * 31 + Double.hashCode(max) + Arrays.hashCode(counts);
    }
}
