package io.netwright.step;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.text.Message;
import java.util.List;

/// A frame in which something that is kept but not trained, such as batch-norm's running mean, took over what the batch
/// made of it.
///
/// @param next     what it takes over
/// @param executed the same as tensors
public record StateFrame(
        int index,
        String node,
        String kept,
        String name,
        Operand next,
        Numbers before,
        Operands executed,
        Message meaning)
        implements UpdateFrame {

    @Override
    public String op() {
        return "State";
    }

    @Override
    public String formula() {
        return name + " \\leftarrow " + next.name();
    }

    @Override
    public List<Operand> operands() {
        return List.of(next);
    }

    @Override
    public Numbers output() {
        return next.numbers();
    }

    @Override
    public Expr explain(int... index) {
        return executed.ref(0, index);
    }

    @Override
    public List<LocalDerivative> localDerivatives() {
        return List.of();
    }
}
