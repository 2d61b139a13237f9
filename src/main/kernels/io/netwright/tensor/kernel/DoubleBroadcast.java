package io.netwright.tensor.kernel;

import io.netwright.tensor.Tensor;

/// Elementwise functions of two tensors, one of which may be repeated to the size of the other.
final class DoubleBroadcast {

    private DoubleBroadcast() {}

    static void binary(BinaryFn fn, Tensor ta, Tensor tb, Tensor ty, double[] a, double[] b, double[] y) {
        if (ta.size() == ty.size()) {
            if (tb.rank() == 1 && tb.size() == ty.cols()) {
                withRow(fn, ty.size(), tb.size(), a, b, y);
                return;
            }
            Repeat r = Repeat.of(tb, ty);
            if (r != null) {
                repeated(fn, r, a, b, y);
                return;
            }
        }
        int[] placesA = Repeat.places(ta, ty);
        int[] placesB = Repeat.places(tb, ty);
        for (int i = 0; i < ty.size(); i++) {
            y[i] = apply(fn, a[placesA[i]], b[placesB[i]]);
        }
    }

    private static void repeated(BinaryFn fn, Repeat r, double[] a, double[] b, double[] y) {
        if (r.inner() > 1) {
            int at = 0;
            for (int o = 0; o < r.outer(); o++) {
                for (int m = 0; m < r.middle(); m++) {
                    withNumber(fn, at, r.inner(), a, b[m], y);
                    at += r.inner();
                }
            }
            return;
        }
        withRow(fn, r.outer() * r.middle(), r.middle(), a, b, y);
    }

    private static void withNumber(BinaryFn fn, int at, int n, double[] a, double b, double[] y) {
        switch (fn) {
            case ADD -> {
                for (int i = at; i < at + n; i++) {
                    y[i] = a[i] + b;
                }
            }
            case SUB -> {
                for (int i = at; i < at + n; i++) {
                    y[i] = a[i] - b;
                }
            }
            case MUL -> {
                for (int i = at; i < at + n; i++) {
                    y[i] = a[i] * b;
                }
            }
            case DIV -> {
                for (int i = at; i < at + n; i++) {
                    y[i] = a[i] / b;
                }
            }
            case MAX -> {
                for (int i = at; i < at + n; i++) {
                    y[i] = Math.max(a[i], b);
                }
            }
        }
    }

    /// The row is copied to wherever it is repeated first: HotSpot vectorises a loop that touches all arrays at one
    /// index, and a long one is faster than many short ones.
    private static void withRow(BinaryFn fn, int n, int row, double[] a, double[] b, double[] y) {
        System.arraycopy(b, 0, y, 0, row);
        for (int done = row; done < n; done += Math.min(done, n - done)) {
            System.arraycopy(y, 0, y, done, Math.min(done, n - done));
        }
        switch (fn) {
            case ADD -> {
                for (int i = 0; i < n; i++) {
                    y[i] = a[i] + y[i];
                }
            }
            case SUB -> {
                for (int i = 0; i < n; i++) {
                    y[i] = a[i] - y[i];
                }
            }
            case MUL -> {
                for (int i = 0; i < n; i++) {
                    y[i] = a[i] * y[i];
                }
            }
            case DIV -> {
                for (int i = 0; i < n; i++) {
                    y[i] = a[i] / y[i];
                }
            }
            case MAX -> {
                for (int i = 0; i < n; i++) {
                    y[i] = Math.max(a[i], y[i]);
                }
            }
        }
    }

    private static double apply(BinaryFn fn, double a, double b) {
        return switch (fn) {
            case ADD -> a + b;
            case SUB -> a - b;
            case MUL -> a * b;
            case DIV -> a / b;
            case MAX -> Math.max(a, b);
        };
    }

    static void broadcast(double scale, Tensor tx, Tensor ty, double[] x, double[] y) {
        Repeat r = Repeat.of(tx, ty);
        if (r == null) {
            int[] places = Repeat.places(tx, ty);
            for (int i = 0; i < ty.size(); i++) {
                y[i] = scale * x[places[i]];
            }
            return;
        }
        int at = 0;
        for (int o = 0; o < r.outer(); o++) {
            for (int m = 0; m < r.middle(); m++) {
                double value = scale * x[m];
                for (int i = 0; i < r.inner(); i++) {
                    y[at++] = value;
                }
            }
        }
    }
}
