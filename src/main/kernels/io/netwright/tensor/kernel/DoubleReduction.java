package io.netwright.tensor.kernel;

import io.netwright.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/// Sums over axes. Neighbouring axes that are both summed or both kept are one axis to these loops.
final class DoubleReduction {

    private static final ThreadLocal<double[]> ONES = ThreadLocal.withInitial(() -> new double[0]);

    private DoubleReduction() {}

    private static double[] ones(int n) {
        double[] ones = ONES.get();
        if (ones.length < n) {
            ones = new double[n];
            Arrays.fill(ones, 1);
            ONES.set(ones);
        }
        return ones;
    }

    static void sum(List<Integer> axes, double scale, Tensor tx, Tensor ty, double[] x, double[] y) {
        int n = ty.size();
        Arrays.fill(y, 0, n, 0);
        if (n == 1) {
            y[0] = total(x, 0, tx.size());
        } else if (areFirst(axes)) {
            int rows = tx.size() / n;
            // a product with a row of ones: nothing adds up columns as fast
            Blas.best().gemm(false, false, 1, n, rows, 1, ones(rows), 0, rows, x, 0, n, 0, y, 0, n);
        } else {
            general(axes, tx.dims(), x, y);
        }
        if (scale != 1) {
            for (int i = 0; i < n; i++) {
                y[i] *= scale;
            }
        }
    }

    private static boolean areFirst(List<Integer> axes) {
        for (int i = 0; i < axes.size(); i++) {
            if (axes.get(i) != i) {
                return false;
            }
        }
        return true;
    }

    private static void general(List<Integer> axes, int[] dims, double[] x, double[] y) {
        int[] sizes = new int[dims.length];
        boolean[] summed = new boolean[dims.length];
        int groups = 0;
        for (int axis = 0; axis < dims.length; axis++) {
            boolean reduced = axes.contains(axis);
            if (groups > 0 && summed[groups - 1] == reduced) {
                sizes[groups - 1] *= dims[axis];
            } else {
                sizes[groups] = dims[axis];
                summed[groups++] = reduced;
            }
        }
        add(sizes, summed, groups, 0, x, 0, y, 0);
    }

    private static void add(
            int[] sizes, boolean[] summed, int groups, int level, double[] x, int xAt, double[] y, int yAt) {
        if (level == groups) {
            y[yAt] += x[xAt];
            return;
        }
        int size = sizes[level];
        if (level == groups - 1) {
            if (summed[level]) {
                y[yAt] += total(x, xAt, size);
            } else {
                addRows(1, size, x, xAt, y, yAt);
            }
            return;
        }
        if (level == groups - 2 && summed[level]) {
            addRows(size, sizes[level + 1], x, xAt, y, yAt);
            return;
        }
        int xStep = 1;
        int yStep = 1;
        for (int l = level + 1; l < groups; l++) {
            xStep *= sizes[l];
            yStep *= summed[l] ? 1 : sizes[l];
        }
        for (int i = 0; i < size; i++) {
            add(sizes, summed, groups, level + 1, x, xAt + i * xStep, y, summed[level] ? yAt : yAt + i * yStep);
        }
    }

    /// Adds rows to one: four at a time, so that `y` is read and written once for all of them.
    private static void addRows(int rows, int cols, double[] x, int from, double[] y, int yAt) {
        int at = from;
        int end = from + rows * cols;
        for (; at + 4 * cols <= end; at += 4 * cols) {
            addFour(x, at, cols, y, yAt);
        }
        for (; at < end; at += cols) {
            for (int i = 0; i < cols; i++) {
                y[yAt + i] += x[at + i];
            }
        }
    }

    private static void addFour(double[] x, int first, int cols, double[] y, int yAt) {
        int second = first + cols;
        int third = second + cols;
        int fourth = third + cols;
        for (int i = 0; i < cols; i++) {
            y[yAt + i] += (x[first + i] + x[second + i]) + (x[third + i] + x[fourth + i]);
        }
    }

    /// Eight sums side by side, since each addition waits for the one before it.
    static double total(double[] x, int from, int n) {
        int end = from + n / 8 * 8;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        double f = 0;
        double g = 0;
        double h = 0;
        for (int i = from; i < end; i += 8) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
            e += x[i + 4];
            f += x[i + 5];
            g += x[i + 6];
            h += x[i + 7];
        }
        double rest = 0;
        for (int i = end; i < from + n; i++) {
            rest += x[i];
        }
        return ((a + b) + (c + d)) + ((e + f) + (g + h)) + rest;
    }

    /// The sum of the products of two rows; like [#total], several sums side by side.
    static double dot(double[] x, double[] y, int from, int n) {
        int end = from + n / 8 * 8;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int i = from; i < end; i += 8) {
            a += x[i] * y[i] + x[i + 4] * y[i + 4];
            b += x[i + 1] * y[i + 1] + x[i + 5] * y[i + 5];
            c += x[i + 2] * y[i + 2] + x[i + 6] * y[i + 6];
            d += x[i + 3] * y[i + 3] + x[i + 7] * y[i + 7];
        }
        double rest = 0;
        for (int i = end; i < from + n; i++) {
            rest += x[i] * y[i];
        }
        return (a + b) + (c + d) + rest;
    }

    /// The sum of `(x - mean)^2`; like [#total], several sums side by side.
    static double squares(double[] x, double mean, int from, int n) {
        int end = from + n / 4 * 4;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int i = from; i < end; i += 4) {
            double p = x[i] - mean;
            double q = x[i + 1] - mean;
            double r = x[i + 2] - mean;
            double s = x[i + 3] - mean;
            a += p * p;
            b += q * q;
            c += r * r;
            d += s * s;
        }
        double rest = 0;
        for (int i = end; i < from + n; i++) {
            rest += (x[i] - mean) * (x[i] - mean);
        }
        return (a + b) + (c + d) + rest;
    }

    /// The largest of a row, if no number in it is a NaN. A branch that is seldom taken costs less than [Math#max].
    static double max(double[] x, int from, int n) {
        int half = n / 2;
        double a = x[from];
        double b = x[from + half];
        for (int i = from; i < from + half; i++) {
            if (x[i] > a) {
                a = x[i];
            }
            if (x[i + half] > b) {
                b = x[i + half];
            }
        }
        double last = Math.max(a, b);
        return Math.max(last, x[from + n - 1]);
    }
}
