package io.netwright.tensor.kernel;

import io.netwright.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/// Sums over axes. Neighbouring axes that are both summed or both kept are one axis to these loops.
final class DoubleReduction {

    private DoubleReduction() {}

    static void sum(List<Integer> axes, double scale, Tensor tx, Tensor ty, double[] x, double[] y) {
        int n = ty.size();
        Arrays.fill(y, 0, n, 0);
        if (n == 1) {
            y[0] = total(x, 0, tx.size());
        } else if (areFirst(axes)) {
            addRows(tx.size() / n, n, x, 0, y, 0);
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
}
