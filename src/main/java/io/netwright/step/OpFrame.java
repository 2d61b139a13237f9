package io.netwright.step;

import io.netwright.op.Broadcast;
import io.netwright.op.Reduce;
import io.netwright.op.Value;
import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.program.Instruction;
import io.netwright.text.Message;
import java.util.List;

/// A frame that ran one op.
///
/// @param instruction the op at its place in the program
/// @param executed    what the op saw and wrote
public record OpFrame(
        int index,
        Instruction instruction,
        String name,
        List<Operand> operands,
        Numbers output,
        Operands executed,
        Message meaning)
        implements Frame {

    public OpFrame {
        operands = List.copyOf(operands);
    }

    @Override
    public Stage stage() {
        return Stage.of(instruction.phase());
    }

    @Override
    public String node() {
        return instruction.node();
    }

    @Override
    public String op() {
        return instruction.op().name();
    }

    @Override
    public boolean isBatched() {
        return isBatched(instruction.output());
    }

    /// @return whether the first axis of what `value` holds counts samples
    static boolean isBatched(Value value) {
        return value.shape().rank() > 0 && value.shape().isBatched(0);
    }

    @Override
    public String formula() {
        List<String> names = operands.stream().map(Operand::name).toList();
        String right = OpFormula.of(instruction.op(), names, meanOf());
        return Names.isSpelledOut(instruction.output()) ? right : name + " = " + right;
    }

    /// @return by how much a mean divides, or its derivative; 1 for other ops
    long meanOf() {
        int small = Math.max(
                1,
                Math.min(
                        output.size(),
                        operands.isEmpty() ? 1 : operands.getFirst().numbers().size()));
        int large = Math.max(
                output.size(),
                operands.isEmpty() ? 1 : operands.getFirst().numbers().size());
        return switch (instruction.op()) {
            case Reduce r when r.kind() == Reduce.Kind.MEAN -> Math.max(1, large / small - r.correction());
            case Broadcast b when b.divide() -> Math.max(1, large / small - b.correction());
            default -> 1;
        };
    }

    @Override
    public Expr explain(int... index) {
        return instruction.op().explain(executed, index);
    }

    @Override
    public List<LocalDerivative> localDerivatives() {
        return new LocalDerivatives(this).all();
    }
}
