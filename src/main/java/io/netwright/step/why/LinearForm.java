package io.netwright.step.why;

import io.netwright.op.explain.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// An expression read as a sum: some of its elements, each times a number, and a number that is left.
///
/// Backpropagation is linear in the gradients that come in, and the last step of an optimizer in what it adds up, so
/// their expressions can be read this way. Where a chosen element stands under a function, in a denominator or is
/// multiplied by another, it counts as the number that it is.
///
/// @param terms the chosen elements with their factors, in the order of the expression
/// @param rest  what does not depend on any of them
record LinearForm(List<Term> terms, double rest) {

    /// `factor` times the element `ref`.
    record Term(double factor, Expr.Ref ref) {
        double value() {
            return factor * ref.value();
        }
    }

    LinearForm {
        terms = List.copyOf(terms);
    }

    static LinearForm of(Expr e, Predicate<Expr.Ref> chosen) {
        Reader reader = new Reader(chosen);
        reader.add(e, 1);
        return new LinearForm(reader.terms, reader.rest);
    }

    private static final class Reader {
        private final Predicate<Expr.Ref> chosen;
        private final List<Term> terms = new ArrayList<>();
        private double rest;

        Reader(Predicate<Expr.Ref> chosen) {
            this.chosen = chosen;
        }

        void add(Expr e, double factor) {
            if (!depends(e)) {
                rest += factor * e.value();
                return;
            }
            switch (e) {
                case Expr.Ref r -> terms.add(new Term(factor, r));
                case Expr.Sum s -> s.terms().forEach(t -> add(t, factor));
                case Expr.Difference(Expr left, Expr right) -> {
                    add(left, factor);
                    add(right, -factor);
                }
                case Expr.Product p -> product(p, factor);
                case Expr.Quotient(Expr over, Expr under) -> add(over, factor / under.value());
                case Expr.Num n -> rest += factor * n.value();
                case Expr.Call c -> rest += factor * c.value();
            }
        }

        private void product(Expr.Product p, double factor) {
            double others = factor;
            Expr one = null;
            for (Expr f : p.factors()) {
                if (one == null && depends(f)) {
                    one = f;
                } else {
                    others *= f.value();
                }
            }
            if (one != null) {
                add(one, others);
            }
        }

        /// @return whether a chosen element stands in it such that it is linear in it
        private boolean depends(Expr e) {
            return switch (e) {
                case Expr.Ref r -> chosen.test(r);
                case Expr.Num n -> false;
                case Expr.Call c -> false;
                case Expr.Sum s -> s.terms().stream().anyMatch(this::depends);
                case Expr.Difference(Expr left, Expr right) -> depends(left) || depends(right);
                case Expr.Product p ->
                    p.factors().stream().filter(this::depends).count() == 1;
                case Expr.Quotient(Expr over, Expr under) -> depends(over) && !depends(under);
            };
        }
    }
}
