package io.netwright.train.optimizer;

import io.netwright.op.explain.Expr;
import java.util.ArrayList;
import java.util.List;

/// How the update of one element of a parameter came about: named numbers that were there before, and named terms
/// computed from them one after the other. The last term is the new value of the element.
///
/// A [Expr.Ref] in a term with `input` = k stands for the k-th of all names, the operands first and the terms behind
/// them; its `index` is empty.
///
/// @param operands what was there before the step: parameter, gradient, slots, hyper-parameters
/// @param terms    what was computed, in order
public record Explanation(List<Operand> operands, List<Term> terms) {

    /// A number with its symbol, such as `g`.
    public record Operand(String symbol, double value) {}

    /// A computed number with its symbol, such as `m'`.
    public record Term(String symbol, Expr expr) {
        public double value() {
            return expr.value();
        }
    }

    public Explanation {
        operands = List.copyOf(operands);
        terms = List.copyOf(terms);
    }

    /// @return the element after the step
    public double result() {
        return terms.getLast().value();
    }

    /// @return the symbol that a [Expr.Ref] with `input` stands for
    public String symbol(int input) {
        return input < operands.size()
                ? operands.get(input).symbol()
                : terms.get(input - operands.size()).symbol();
    }

    /// @return the first term with that symbol
    public Term term(String symbol) {
        return terms.stream()
                .filter(t -> t.symbol().equals(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no term " + symbol));
    }

    /// Collects operands, then terms. What every rule works on is there from the beginning.
    static final class Builder {
        private final List<Operand> operands = new ArrayList<>();
        private final List<Term> terms = new ArrayList<>();
        private final List<Expr> slots = new ArrayList<>();
        private final double learningRate;
        private final long step;
        private final Expr parameter;
        private final Expr rate;
        private Expr gradient;

        /// @param learningRate of the step
        /// @param step         its number, from 1
        /// @param parameter    the element before the step
        /// @param gradient     the derivative of the loss with respect to it
        Builder(double learningRate, long step, double parameter, double gradient) {
            this.learningRate = learningRate;
            this.step = step;
            this.parameter = operand("θ", parameter);
            this.gradient = operand("g", gradient);
            this.rate = operand("η", learningRate);
        }

        double learningRate() {
            return learningRate;
        }

        long step() {
            return step;
        }

        /// @return θ
        Expr parameter() {
            return parameter;
        }

        /// @return g, as the rule is given it
        Expr gradient() {
            return gradient;
        }

        /// Gives the rule something made of the gradient in its place, such as a clipped one.
        void gradient(Expr made) {
            gradient = made;
        }

        /// @return η
        Expr rate() {
            return rate;
        }

        /// Adds what is remembered of the element, in the order of [Rule#slots].
        void slot(String symbol, double value) {
            slots.add(operand(symbol, value));
        }

        /// @return what is remembered of the element in slot `k`
        Expr slot(int k) {
            return slots.get(k);
        }

        /// @return a reference to a number that was there before
        Expr operand(String symbol, double value) {
            if (!terms.isEmpty()) {
                throw new IllegalStateException("the operand " + symbol + " behind terms");
            }
            operands.add(new Operand(symbol, value));
            return new Expr.Ref(operands.size() - 1, List.of(), value);
        }

        /// @return a reference to what `expr` comes to
        Expr term(String symbol, Expr expr) {
            terms.add(new Term(symbol, expr));
            return new Expr.Ref(operands.size() + terms.size() - 1, List.of(), expr.value());
        }

        /// @return the gradient with weight decay added to it; a term of its own where there is any
        ///
        /// @param lambda the share of the parameter that is added; its operand must be there where it is not 0
        Expr decayed(double decay, Expr lambda) {
            return decay == 0 ? gradient : term("d", Expr.sum(gradient, Expr.product(lambda, parameter)));
        }

        Explanation build() {
            return new Explanation(operands, terms);
        }
    }
}
