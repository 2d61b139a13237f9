package io.netwright.step;

import io.netwright.op.explain.Expr;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes an expression as a formula, in LaTeX.
///
/// @param name what a reference is called, in LaTeX
record ExprLatex(Function<Expr.Ref, String> name) {

    String write(Expr e) {
        return switch (e) {
            case Expr.Ref r -> name.apply(r);
            case Expr.Num n -> n.text();
            case Expr.Sum(List<Expr> terms) -> terms.stream().map(this::write).collect(Collectors.joining(" + "));
            case Expr.Product(List<Expr> factors) ->
                factors.stream().map(this::factor).collect(Collectors.joining(" \\, "));
            case Expr.Difference(Expr left, Expr right) ->
                write(left) + " - " + (isSum(right) ? "(" + write(right) + ")" : write(right));
            case Expr.Quotient(Expr over, Expr under) -> "\\frac{" + write(over) + "}{" + write(under) + "}";
            case Expr.Call c
            when c.fn() == Expr.Fn.SQRT -> "\\sqrt{" + write(c.args().getFirst()) + "}";
            case Expr.Call c ->
                "\\operatorname{" + c.fn().text() + "}("
                        + c.args().stream().map(this::write).collect(Collectors.joining(", ")) + ")";
        };
    }

    private String factor(Expr e) {
        return isSum(e) ? "(" + write(e) + ")" : write(e);
    }

    private static boolean isSum(Expr e) {
        return e instanceof Expr.Sum || e instanceof Expr.Difference;
    }
}
