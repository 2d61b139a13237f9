package io.netwright.step;

import io.netwright.op.explain.Expr;
import java.util.List;

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
        return e.parts().stream().map(Terms::longest).reduce(own, (a, b) -> b.size() > a.size() ? b : a);
    }
}
