package io.netwright.step;

import io.netwright.op.explain.Expr;
import io.netwright.text.Message;
import io.netwright.train.optimizer.Explanation;
import io.netwright.train.optimizer.OptimizerState;
import java.util.ArrayList;
import java.util.List;

/// A frame in which the optimizer changed a parameter by its gradient.
///
/// @param op        the optimizer, such as `Adam`
/// @param operands  the parameter before, its gradient, then what the optimizer remembered of it before, such as a
///                  momentum
/// @param optimizer as it was before the step; only asked, never stepped
/// @param memory    what the optimizer remembers of the parameter after the step, named as operands 2, 3, ... are
public record ParameterFrame(
        int index,
        String node,
        String kept,
        String op,
        String name,
        List<Operand> operands,
        Numbers output,
        OptimizerState optimizer,
        List<Numbers> memory,
        Message meaning)
        implements UpdateFrame {

    public ParameterFrame {
        operands = List.copyOf(operands);
        memory = List.copyOf(memory);
    }

    /// @return the parameter's gradient
    public Operand gradient() {
        return operands.get(1);
    }

    @Override
    public Numbers before() {
        return operands.getFirst().numbers();
    }

    @Override
    public String formula() {
        return name + " \\leftarrow " + symbols(0).lastRule();
    }

    /// @return the rules of the optimizer's terms on the way to the new value, in order, in LaTeX: `m' = ...`
    public List<String> terms() {
        return symbols(0).termRules();
    }

    /// @return how the update of one element came about, term by term, as the optimizer tells it
    public Explanation explanation(int... index) {
        return told(before().tensor().offset(index));
    }

    private Explanation told(int flat) {
        return optimizer.explain(kept, gradient().numbers().tensor(), flat);
    }

    @Override
    public Expr explain(int... index) {
        return symbols(before().tensor().offset(index)).whole(indexList(index));
    }

    /// The last of the optimizer's steps alone: terms on the way and settings stand in it as constants with their
    /// symbols.
    ///
    /// @param index one number an axis of the parameter
    /// @return an expression of the same value as [#explain] gives, up to rounding
    public Expr lastStep(int... index) {
        return symbols(before().tensor().offset(index)).last(indexList(index));
    }

    private static List<Integer> indexList(int[] index) {
        List<Integer> list = new ArrayList<>();
        for (int i : index) {
            list.add(i);
        }
        return list;
    }

    private UpdateSymbols symbols(int flat) {
        List<String> slots =
                optimizer.rule().slots().stream().map(s -> s.symbol()).toList();
        return new UpdateSymbols(
                told(flat), slots, operands.stream().map(Operand::name).toList());
    }

    @Override
    public List<LocalDerivative> localDerivatives() {
        return List.of();
    }
}
