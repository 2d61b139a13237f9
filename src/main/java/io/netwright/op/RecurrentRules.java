package io.netwright.op;

import static io.netwright.op.explain.Expr.call;
import static io.netwright.op.explain.Expr.minus;
import static io.netwright.op.explain.Expr.num;
import static io.netwright.op.explain.Expr.product;
import static io.netwright.op.explain.Expr.sum;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Expr.Fn;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.kernel.Cell;
import java.util.ArrayList;
import java.util.List;

/// How one number of a tape came about; see [Recurrent].
///
/// @param mask which operand is the mask; -1 where there is none
record RecurrentRules(Operands o, Cell cell, boolean reverse, int mask) {

    /// @param index step, part, sample, unit
    Expr value(int[] index) {
        int t = index[0];
        int part = index[1];
        int n = index[2];
        int k = index[3];
        boolean held = mask >= 0 && o.in().get(mask).get(o.in().get(mask).offset(n, t)) == 0;
        if (held && (part == cell.output() || cell == Cell.LSTM && part == Cell.STATE)) {
            return before(t, part, n, k);
        }
        return switch (cell) {
            case RNN_TANH -> call(Fn.TANH, gate(0, t, n, k));
            case RNN_RELU -> call(Fn.MAX, num(0), gate(0, t, n, k));
            case LSTM -> lstm(t, part, n, k, held);
            case GRU -> gru(t, part, n, k);
        };
    }

    private Expr lstm(int t, int part, int n, int k, boolean held) {
        return switch (part) {
            case 0, 1, 3 -> call(Fn.SIGMOID, gate(part, t, n, k));
            case 2 -> call(Fn.TANH, gate(2, t, n, k));
            case Cell.STATE -> state(t, n, k);
            // a held step has the old state; what was squashed is the state that it would have had
            case Cell.SQUASHED -> call(Fn.TANH, held ? state(t, n, k) : own(t, Cell.STATE, n, k));
            default -> product(own(t, 3, n, k), own(t, Cell.SQUASHED, n, k));
        };
    }

    private Expr state(int t, int n, int k) {
        return sum(product(own(t, 1, n, k), before(t, Cell.STATE, n, k)), product(own(t, 0, n, k), own(t, 2, n, k)));
    }

    private Expr gru(int t, int part, int n, int k) {
        return switch (part) {
            case 0, 1 -> call(Fn.SIGMOID, gate(part, t, n, k));
            case 2 -> call(Fn.TANH, sum(input(2, t, n, k), product(own(t, 0, n, k), own(t, Cell.RECALLED, n, k))));
            case Cell.RECALLED -> new Expr.Sum(products(2, t, n, k));
            default ->
                sum(
                        product(minus(num(1), own(t, 1, n, k)), own(t, 2, n, k)),
                        product(own(t, 1, n, k), before(t, cell.output(), n, k)));
        };
    }

    /// @return what goes into a gate: the input's part, the outputs before times their weights, the bias
    private Expr gate(int gate, int t, int n, int k) {
        List<Expr> terms = new ArrayList<>(List.of(input(gate, t, n, k)));
        terms.addAll(products(gate, t, n, k));
        return new Expr.Sum(terms);
    }

    private Expr input(int gate, int t, int n, int k) {
        return o.ref(0, n, t, gate * units() + k);
    }

    private List<Expr> products(int gate, int t, int n, int k) {
        int column = gate * units() + k;
        List<Expr> terms = new ArrayList<>();
        for (int j = 0; hasBefore(t) && j < units(); j++) {
            terms.add(product(before(t, cell.output(), n, j), o.ref(1, j, column)));
        }
        boolean biased = o.in().size() > (mask < 0 ? 2 : 3);
        if (biased) {
            terms.add(o.ref(2, column));
        }
        return terms;
    }

    private int units() {
        return o.out().dim(3);
    }

    private boolean hasBefore(int t) {
        return reverse ? t + 1 < o.out().dim(0) : t > 0;
    }

    private Expr own(int t, int part, int n, int k) {
        return o.ref(-1, t, part, n, k);
    }

    private Expr before(int t, int part, int n, int k) {
        return hasBefore(t) ? own(reverse ? t + 1 : t - 1, part, n, k) : num(0);
    }
}
