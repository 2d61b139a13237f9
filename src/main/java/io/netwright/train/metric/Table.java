package io.netwright.train.metric;

import java.util.Arrays;

/// How often each class was taken for which.
final class Table {

    private long[][] counts = new long[0][0];

    /// @param classes how many there are
    void add(int actual, int predicted, int classes) {
        if (counts.length == 0) {
            counts = new long[classes][classes];
        }
        counts[actual][predicted]++;
    }

    int classes() {
        return counts.length;
    }

    /// @return samples of class `c` that were recognised
    long right(int c) {
        return counts[c][c];
    }

    /// @return samples of class `c`
    long actual(int c) {
        return Arrays.stream(counts[c]).sum();
    }

    /// @return samples that were taken for class `c`
    long predicted(int c) {
        return Arrays.stream(counts).mapToLong(row -> row[c]).sum();
    }

    long right() {
        long sum = 0;
        for (int c = 0; c < classes(); c++) {
            sum += right(c);
        }
        return sum;
    }

    long all() {
        return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    }
}
