package io.netwright.step;

import io.netwright.op.explain.Expr;
import java.util.List;
import java.util.stream.Stream;

/// What an element was added up from, for going through it term by term.
public final class Terms {

    private Terms() {}

    /// @return the terms of the longest sum in an expression, in the order in which they are added; the expression
    ///   itself
    ///     where it has none. Never empty.
    public static List<Expr> of(Expr e) {
        List<Expr> longest = longest(e);
        return longest.isEmpty() ? List.of(e) : longest;
    }

    private static List<Expr> longest(Expr e) {
        List<Expr> own = e instanceof Expr.Sum(List<Expr> terms) ? terms : List.of();
        return parts(e).map(Terms::longest).reduce(own, (a, b) -> b.size() > a.size() ? b : a);
    }

    private static Stream<Expr> parts(Expr e) {
        return switch (e) {
            case Expr.Ref _, Expr.Num _ -> Stream.of();
            case Expr.Sum(List<Expr> terms) -> terms.stream();
            case Expr.Product(List<Expr> factors) -> factors.stream();
            case Expr.Difference(Expr left, Expr right) -> Stream.of(left, right);
            case Expr.Quotient(Expr over, Expr under) -> Stream.of(over, under);
            case Expr.Call c -> c.args().stream();
        };
    }
}
