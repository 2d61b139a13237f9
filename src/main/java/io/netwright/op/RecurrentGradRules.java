package io.netwright.op;

import static io.netwright.op.explain.Expr.call;
import static io.netwright.op.explain.Expr.minus;
import static io.netwright.op.explain.Expr.num;
import static io.netwright.op.explain.Expr.product;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Expr.Fn;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.kernel.Cell;
import java.util.ArrayList;
import java.util.List;

/// How one derivative of a gate came about; see [RecurrentGrad]. What the step after contributes is written in terms of
/// that step's own derivatives.
///
/// @param mask which operand is the mask; -1 where there is none
record RecurrentGradRules(Operands o, Cell cell, boolean reverse, int mask) {

    /// @param index sample, step, column
    Expr value(int[] index) {
        int n = index[0];
        int t = index[1];
        int gate = index[2] / units();
        int k = index[2] % units();
        if (held(n, t)) {
            return num(0);
        }
        Expr dh = output(n, t, k);
        return switch (cell) {
            case RNN_TANH -> product(dh, minus(num(1), squared(tape(n, t, 0, k))));
            case RNN_RELU -> product(dh, call(Fn.STEP, tape(n, t, 0, k)));
            case LSTM -> lstm(gate, n, t, k, dh);
            case GRU -> gru(gate, n, t, k, dh);
        };
    }

    private Expr lstm(int gate, int n, int t, int k, Expr dh) {
        Expr own = tape(n, t, gate, k);
        return switch (gate) {
            case 0 -> product(state(n, t, k), tape(n, t, 2, k), slope(own));
            case 1 -> product(state(n, t, k), before(n, t, Cell.STATE, k), slope(own));
            case 2 -> product(state(n, t, k), tape(n, t, 0, k), minus(num(1), squared(own)));
            default -> product(dh, tape(n, t, Cell.SQUASHED, k), slope(own));
        };
    }

    private Expr gru(int gate, int n, int t, int k, Expr dh) {
        Expr r = tape(n, t, 0, k);
        Expr z = tape(n, t, 1, k);
        Expr fresh = tape(n, t, 2, k);
        if (gate == 1) {
            return product(dh, minus(before(n, t, cell.output(), k), fresh), slope(z));
        }
        Expr dn = product(dh, minus(num(1), z), minus(num(1), squared(fresh)));
        return gate == 2 ? dn : product(dn, tape(n, t, Cell.RECALLED, k), slope(r));
    }

    /// @return the derivative with respect to an output: the loss's own, and what comes back from the step after
    private Expr output(int n, int t, int k) {
        List<Expr> terms = new ArrayList<>(List.of(o.ref(2, n, t, k)));
        int after = after(t);
        if (after >= 0 && held(n, after)) {
            terms.add(output(n, after, k));
        } else if (after >= 0) {
            if (cell == Cell.GRU) {
                terms.add(product(output(n, after, k), tape(n, after, 1, k)));
            }
            for (int column = 0; column < o.out().dim(2); column++) {
                boolean gated = cell == Cell.GRU && column >= 2 * units();
                Expr own = o.ref(-1, n, after, column);
                Expr weight = o.ref(1, k, column);
                terms.add(gated ? product(own, tape(n, after, 0, column % units()), weight) : product(own, weight));
            }
        }
        return new Expr.Sum(terms);
    }

    /// @return the derivative with respect to the state of an LSTM
    private Expr state(int n, int t, int k) {
        List<Expr> terms = new ArrayList<>();
        if (!held(n, t)) {
            Expr slope = minus(num(1), squared(tape(n, t, Cell.SQUASHED, k)));
            terms.add(product(output(n, t, k), tape(n, t, 3, k), slope));
        }
        int after = after(t);
        if (after >= 0) {
            Expr later = state(n, after, k);
            terms.add(held(n, after) ? later : product(later, tape(n, after, 1, k)));
        }
        return new Expr.Sum(terms);
    }

    private static Expr slope(Expr sigmoid) {
        return product(sigmoid, minus(num(1), sigmoid));
    }

    private static Expr squared(Expr x) {
        return product(x, x);
    }

    private boolean held(int n, int t) {
        return mask >= 0 && o.in().get(mask).get(o.in().get(mask).offset(n, t)) == 0;
    }

    private int units() {
        return o.in().getFirst().dim(3);
    }

    private Expr tape(int n, int t, int part, int k) {
        return o.ref(0, t, part, n, k);
    }

    private int after(int t) {
        return step(t, reverse ? -1 : 1);
    }

    /// @return -1 where there is no such step
    private int step(int t, int by) {
        return t + by < o.in().getFirst().dim(0) ? t + by : -1;
    }

    private Expr before(int n, int t, int part, int k) {
        int before = step(t, reverse ? 1 : -1);
        return before < 0 ? num(0) : tape(n, before, part, k);
    }
}
