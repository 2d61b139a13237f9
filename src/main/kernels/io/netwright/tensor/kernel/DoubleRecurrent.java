package io.netwright.tensor.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Recurrent layers, step by step: for each step one product a gate of the outputs of the step before with its weights,
/// and then the gates of all samples and units at once. What each cell does with its gates is in [DoubleCells].
///
/// What a step computes lies in arrays `(N, H)` of its own, one for each part of the tape, and is copied to the tape at
/// the end: HotSpot vectorises loops that touch all their arrays at one index.
final class DoubleRecurrent {

    private static final ThreadLocal<DoubleRecurrent> SCRATCH = ThreadLocal.withInitial(DoubleRecurrent::new);

    /// By part of the tape.
    private double[][] parts = {};
    /// On the way back, the derivatives, each in the place of its gate.
    private double[][] slopes = {};
    private double[] carried = {};
    private double[] carriedState = {};
    /// The state of the cell before, or the outputs before.
    private double[] before = {};
    private double[] blame = {};
    private double[] kept = {};
    private double[] keptState = {};
    /// The weights, transposed.
    private double[] turned = {};

    private DoubleRecurrent() {}

    private static DoubleRecurrent scratch(Steps s) {
        DoubleRecurrent mine = SCRATCH.get();
        int parts = Math.max(s.cell().parts(), mine.parts.length);
        if (mine.carried.length < s.block() || mine.parts.length < parts) {
            int size = Math.max(s.block(), mine.carried.length);
            mine.parts = new double[parts][size];
            mine.slopes = new double[parts][size];
            mine.carried = new double[size];
            mine.carriedState = new double[size];
            mine.before = new double[size];
            mine.blame = new double[size];
            mine.kept = new double[size];
            mine.keptState = new double[size];
        }
        if (mine.turned.length < s.units() * s.width()) {
            mine.turned = new double[s.units() * s.width()];
        }
        return mine;
    }

    static void forward(
            Steps s,
            double[] gates,
            double[] weight,
            double @Nullable [] bias,
            double @Nullable [] mask,
            double[] tape) {
        DoubleRecurrent mine = scratch(s);
        double[][] p = mine.parts;
        double[] factor = mine.before;
        double[] output = p[s.cell().output()];
        double[] state = p[s.cell().state()];
        Arrays.fill(state, 0, s.block(), 0);
        for (int k = 0; k < s.length(); k++) {
            int t = s.at(k);
            int before = s.at(k - 1);
            for (int gate = 0; gate < s.cell().gates(); gate++) {
                boolean later = s.cell() == Cell.GRU && gate == 2;
                double[] into = p[s.cell().product(gate)];
                if (into == output) {
                    // a cell with a single part, whose product goes where its factor is
                    System.arraycopy(output, 0, factor, 0, s.block());
                }
                start(s, gate * s.units(), t, later ? null : gates, bias, into);
                if (before >= 0) {
                    multiply(s, into == output ? factor : output, weight, gate * s.units(), s.width(), into);
                }
            }
            DoubleCells.step(s, t, gates, p);
            if (mask != null) {
                hold(s, t, before, mask, tape, output, state);
            }
            for (int part = 0; part < s.cell().parts(); part++) {
                System.arraycopy(p[part], 0, tape, s.part(t, part), s.block());
            }
        }
    }

    /// Writes what the product of a gate starts from: what the input contributes, and the bias. The input's part of a
    /// GRU's n is added later, for it is not gated.
    ///
    /// @param column of the gate's first unit
    /// @param gates  null for nothing
    private static void start(
            Steps s, int column, int t, double @Nullable [] gates, double @Nullable [] bias, double[] into) {
        int units = s.units();
        int step = s.row(1, 0);
        int from = s.row(0, t) + column;
        if (gates == null) {
            Arrays.fill(into, 0, s.block(), 0);
        } else {
            for (int at = 0; at < s.block(); at += units, from += step) {
                System.arraycopy(gates, from, into, at, units);
            }
        }
        if (bias != null) {
            for (int at = 0; at < s.block(); at += units) {
                for (int i = 0; i < units; i++) {
                    into[at + i] += bias[column + i];
                }
            }
        }
    }

    /// `into += h W`, with `width` numbers in each row of W.
    private static void multiply(Steps s, double[] h, double[] w, int wAt, int width, double[] into) {
        Blas.best()
                .gemm(
                        false,
                        false,
                        s.samples(),
                        s.units(),
                        s.units(),
                        1,
                        h,
                        0,
                        s.units(),
                        w,
                        wAt,
                        width,
                        1,
                        into,
                        0,
                        s.units());
    }

    /// Masked steps keep the states of the step before.
    private static void hold(
            Steps s, int t, int before, double[] mask, double[] tape, double[] output, double[] state) {
        for (int n = 0; n < s.samples(); n++) {
            if (mask[n * s.length() + t] == 0) {
                hold(s, s.cell().output(), n, before, tape, output);
                if (s.cell() == Cell.LSTM) {
                    hold(s, Cell.STATE, n, before, tape, state);
                }
            }
        }
    }

    private static void hold(Steps s, int part, int n, int before, double[] tape, double[] into) {
        int at = n * s.units();
        if (before < 0) {
            Arrays.fill(into, at, at + s.units(), 0);
        } else {
            System.arraycopy(tape, s.part(before, part) + at, into, at, s.units());
        }
    }

    /// Back through time: what the outputs of a step are blamed for by the loss itself and by the step after.
    static void backward(
            Steps s, double[] tape, double[] weight, double @Nullable [] mask, double[] dh, double[] dgates) {
        DoubleRecurrent mine = scratch(s);
        Arrays.fill(mine.carried, 0, s.block(), 0);
        Arrays.fill(mine.carriedState, 0, s.block(), 0);
        turn(weight, s.units(), s.width(), mine.turned);
        for (int k = s.length() - 1; k >= 0; k--) {
            int t = s.at(k);
            mine.recall(s, t, s.at(k - 1), tape, dh);
            if (mask != null) {
                System.arraycopy(mine.carried, 0, mine.kept, 0, s.block());
                System.arraycopy(mine.carriedState, 0, mine.keptState, 0, s.block());
            }
            DoubleCells.back(s, mine.parts, mine.before, mine.carried, mine.carriedState, mine.slopes);
            if (mask != null) {
                mine.skip(s, t, mask);
            }
            for (int gate = 0; gate < s.cell().gates(); gate++) {
                hand(s, gate * s.units(), t, mine.slopes[gate], dgates);
                if (k > 0) {
                    multiply(
                            s,
                            mine.slopes[s.cell().product(gate)],
                            mine.turned,
                            gate * s.units() * s.units(),
                            s.units(),
                            mine.carried);
                }
            }
        }
    }

    /// Takes a step out of the tape, and adds to what is carried what its outputs are blamed for by the loss.
    private void recall(Steps s, int t, int stepBefore, double[] tape, double[] dh) {
        for (int part = 0; part < s.cell().parts(); part++) {
            System.arraycopy(tape, s.part(t, part), parts[part], 0, s.block());
        }
        if (stepBefore < 0) {
            Arrays.fill(before, 0, s.block(), 0);
        } else {
            System.arraycopy(tape, s.part(stepBefore, s.cell().state()), before, 0, s.block());
        }
        for (int n = 0; n < s.samples(); n++) {
            System.arraycopy(dh, (n * s.length() + t) * s.units(), blame, n * s.units(), s.units());
        }
        for (int i = 0; i < s.block(); i++) {
            carried[i] += blame[i];
        }
    }

    private static void hand(Steps s, int column, int t, double[] slopes, double[] dgates) {
        int step = s.row(1, 0);
        int to = s.row(0, t) + column;
        for (int at = 0; at < s.block(); at += s.units(), to += step) {
            System.arraycopy(slopes, at, dgates, to, s.units());
        }
    }

    /// A masked step has passed on what the step before it gave, so it hands back what it was handed.
    private void skip(Steps s, int t, double[] mask) {
        for (int n = 0; n < s.samples(); n++) {
            if (mask[n * s.length() + t] == 0) {
                int at = n * s.units();
                System.arraycopy(kept, at, carried, at, s.units());
                System.arraycopy(keptState, at, carriedState, at, s.units());
                for (int gate = 0; gate < s.cell().gates(); gate++) {
                    Arrays.fill(slopes[gate], at, at + s.units(), 0);
                    Arrays.fill(slopes[s.cell().product(gate)], at, at + s.units(), 0);
                }
            }
        }
    }

    /// `y = x` transposed, in squares that stay in the nearest cache.
    private static void turn(double[] x, int rows, int cols, double[] y) {
        int side = 16;
        for (int top = 0; top < rows; top += side) {
            int bottom = Math.min(rows, top + side);
            for (int left = 0; left < cols; left += side) {
                int right = Math.min(cols, left + side);
                for (int c = left; c < right; c++) {
                    for (int r = top; r < bottom; r++) {
                        y[c * rows + r] = x[r * cols + c];
                    }
                }
            }
        }
    }
}
