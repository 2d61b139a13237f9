package io.netwright.tensor.kernel;

import java.util.Arrays;

/// Sums over axes. Neighbouring axes that are both summed or both kept are one axis to these loops.
final class DoubleReduction {

    private DoubleReduction() {}

    static void sum(boolean[] reduced, double scale, int[] dims, double[] x, double[] y, int n) {
        Arrays.fill(y, 0, n, 0);
        int[] sizes = new int[dims.length];
        boolean[] summed = new boolean[dims.length];
        int groups = 0;
        for (int axis = 0; axis < dims.length; axis++) {
            if (groups > 0 && summed[groups - 1] == reduced[axis]) {
                sizes[groups - 1] *= dims[axis];
            } else {
                sizes[groups] = dims[axis];
                summed[groups++] = reduced[axis];
            }
        }
        add(sizes, summed, groups, 0, x, 0, y, 0);
        if (scale != 1) {
            for (int i = 0; i < n; i++) {
                y[i] *= scale;
            }
        }
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
                double total = 0;
                for (int i = xAt; i < xAt + size; i++) {
                    total += x[i];
                }
                y[yAt] += total;
            } else {
                for (int i = 0; i < size; i++) {
                    y[yAt + i] += x[xAt + i];
                }
            }
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
}
