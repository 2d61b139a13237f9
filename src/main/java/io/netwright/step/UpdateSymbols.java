package io.netwright.step;

import io.netwright.op.explain.Expr;
import io.netwright.train.optimizer.Explanation;
import java.util.ArrayList;
import java.util.List;

/// An optimizer's explanation in the terms of a frame: its symbols as the frame's operands where they are tensors, as
/// constants of the rule where they are settings.
final class UpdateSymbols {

    private final Explanation told;
    private final List<String> slots;
    private final List<String> names;

    /// @param slots the symbols of what the optimizer remembers, in the order of operands 2, 3, ...
    /// @param names the operands' names, in LaTeX
    UpdateSymbols(Explanation told, List<String> slots, List<String> names) {
        this.told = told;
        this.slots = slots;
        this.names = names;
    }

    /// @return which operand of the frame a symbol stands for; -1 where it is a setting or a term
    private int operand(String symbol) {
        return switch (symbol) {
            case "θ" -> 0;
            case "g" -> 1;
            default -> {
                int slot = slots.indexOf(symbol);
                yield slot < 0 ? -1 : slot + 2;
            }
        };
    }

    /// @return the new value as one expression over elements `index` of the operands, terms written out
    Expr whole(List<Integer> index) {
        return whole(told.terms().getLast().expr(), index, true);
    }

    /// @return the new value as the optimizer's last step computes it; terms stand in it as constants
    Expr last(List<Integer> index) {
        return whole(told.terms().getLast().expr(), index, false);
    }

    private Expr whole(Expr e, List<Integer> index, boolean terms) {
        return switch (e) {
            case Expr.Ref(int input, var none, double value) -> {
                if (input >= told.operands().size() && terms) {
                    yield whole(told.terms().get(input - told.operands().size()).expr(), index, true);
                }
                String symbol = told.symbol(input);
                int operand = input < told.operands().size() ? operand(symbol) : -1;
                yield operand < 0 ? new Expr.Num(value, symbol) : new Expr.Ref(operand, index, value);
            }
            case Expr.Num n -> n;
            case Expr.Sum s -> Expr.sum(all(s.terms(), index, terms));
            case Expr.Product p -> new Expr.Product(all(p.factors(), index, terms));
            case Expr.Difference(Expr left, Expr right) ->
                Expr.minus(whole(left, index, terms), whole(right, index, terms));
            case Expr.Quotient(Expr over, Expr under) ->
                Expr.over(whole(over, index, terms), whole(under, index, terms));
            case Expr.Call c -> new Expr.Call(c.fn(), all(c.args(), index, terms));
        };
    }

    private List<Expr> all(List<Expr> list, List<Integer> index, boolean terms) {
        List<Expr> written = new ArrayList<>();
        list.forEach(e -> written.add(whole(e, index, terms)));
        return written;
    }

    /// @return the rule of the new value, in LaTeX
    String lastRule() {
        return new ExprLatex(this::name).write(told.terms().getLast().expr());
    }

    /// @return the rules of the terms before it, in LaTeX
    List<String> termRules() {
        ExprLatex latex = new ExprLatex(this::name);
        return told.terms().subList(0, told.terms().size() - 1).stream()
                .map(t -> Names.latex(t.symbol()) + " = " + latex.write(t.expr()))
                .toList();
    }

    private String name(Expr.Ref ref) {
        String symbol = told.symbol(ref.input());
        int operand = ref.input() < told.operands().size() ? operand(symbol) : -1;
        return operand < 0 ? Names.latex(symbol) : names.get(operand);
    }
}
