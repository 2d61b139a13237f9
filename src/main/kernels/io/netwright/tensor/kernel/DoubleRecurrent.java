package io.netwright.tensor.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Recurrent layers, step by step: for each step one product of the outputs of the step before with the weights, and
/// the gates of all samples and units in one loop. What each cell does with its gates is in [DoubleCells].
final class DoubleRecurrent {

    private static final ThreadLocal<double[]> PRODUCTS = ThreadLocal.withInitial(() -> new double[0]);
    private static final ThreadLocal<double[]> CARRIED = ThreadLocal.withInitial(() -> new double[0]);
    private static final ThreadLocal<double[]> CARRIED_STATE = ThreadLocal.withInitial(() -> new double[0]);

    private DoubleRecurrent() {}

    private static double[] scratch(ThreadLocal<double[]> kept, int size) {
        double[] s = kept.get();
        if (s.length < size) {
            s = new double[size];
            kept.set(s);
        }
        return s;
    }

    static void forward(
            Steps s,
            double[] gates,
            double[] weight,
            double @Nullable [] bias,
            double @Nullable [] mask,
            double[] tape) {
        int width = s.width();
        double[] products = scratch(PRODUCTS, s.samples() * width);
        for (int k = 0; k < s.length(); k++) {
            int t = s.at(k);
            int before = s.at(k - 1);
            for (int n = 0; n < s.samples(); n++) {
                DoubleCells.start(s, n, t, gates, bias, products);
            }
            if (before >= 0) {
                Blas.best()
                        .gemm(
                                false,
                                false,
                                s.samples(),
                                width,
                                s.units(),
                                1,
                                tape,
                                s.output(before),
                                s.units(),
                                weight,
                                0,
                                width,
                                1,
                                products,
                                0,
                                width);
            }
            DoubleCells.step(s, t, before, gates, products, tape);
            if (mask != null) {
                hold(s, t, before, mask, tape);
            }
        }
    }

    /// Masked steps keep the states of the step before.
    private static void hold(Steps s, int t, int before, double[] mask, double[] tape) {
        for (int n = 0; n < s.samples(); n++) {
            if (mask[n * s.length() + t] == 0) {
                hold(s, s.cell().output(), n, t, before, tape);
                if (s.cell() == Cell.LSTM) {
                    hold(s, Cell.STATE, n, t, before, tape);
                }
            }
        }
    }

    private static void hold(Steps s, int part, int n, int t, int before, double[] tape) {
        int at = s.part(t, part) + n * s.units();
        if (before < 0) {
            Arrays.fill(tape, at, at + s.units(), 0);
        } else {
            System.arraycopy(tape, s.part(before, part) + n * s.units(), tape, at, s.units());
        }
    }

    /// Back through time: what the outputs of a step are blamed for by the loss itself and by the step after.
    static void backward(
            Steps s, double[] tape, double[] weight, double @Nullable [] mask, double[] dh, double[] dgates) {
        int width = s.width();
        double[] carried = scratch(CARRIED, s.block());
        double[] carriedState = scratch(CARRIED_STATE, s.block());
        double[] products = scratch(PRODUCTS, s.samples() * width);
        Arrays.fill(carried, 0, s.block(), 0);
        Arrays.fill(carriedState, 0, s.block(), 0);
        boolean gru = s.cell() == Cell.GRU;
        for (int k = s.length() - 1; k >= 0; k--) {
            int t = s.at(k);
            for (int n = 0; n < s.samples(); n++) {
                int own = n * s.units();
                int from = (n * s.length() + t) * s.units();
                for (int j = 0; j < s.units(); j++) {
                    carried[own + j] += dh[from + j];
                }
                if (mask != null && mask[n * s.length() + t] == 0) {
                    Arrays.fill(dgates, s.row(n, t), s.row(n, t) + width, 0);
                    Arrays.fill(products, n * width, (n + 1) * width, 0);
                } else {
                    DoubleCells.back(s, n, t, s.at(k - 1), tape, carried, carriedState, dgates, products);
                }
            }
            if (k > 0) {
                Blas.best()
                        .gemm(
                                false,
                                true,
                                s.samples(),
                                s.units(),
                                width,
                                1,
                                gru ? products : dgates,
                                gru ? 0 : s.row(0, t),
                                gru ? width : s.length() * width,
                                weight,
                                0,
                                width,
                                1,
                                carried,
                                0,
                                s.units());
            }
        }
    }
}
