package io.netwright.train;

import java.util.Arrays;
import java.util.List;

/// How often each class was taken for which.
///
/// @param classes their names, in the order of their indices
/// @param counts  `counts[actual][predicted]`
public record ConfusionMatrix(List<String> classes, long[][] counts) {

    public ConfusionMatrix {
        classes = List.copyOf(classes);
        counts = Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
    }

    @Override
    public long[][] counts() {
        return Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
    }

    /// @return the samples of class `actual` that were taken for `predicted`
    public long count(int actual, int predicted) {
        return counts[actual][predicted];
    }

    /// @return all samples
    public long total() {
        return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof ConfusionMatrix m && classes.equals(m.classes) && Arrays.deepEquals(counts, m.counts);
    }

    @Override
    public int hashCode() {
        return 31 * classes.hashCode() + Arrays.deepHashCode(counts);
    }
}
