package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.Cell;
import io.netwright.tensor.kernel.SequenceKernels;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes one part of all steps out of the tape of a [Recurrent]: `(T, parts, N, H)` gives `(N, T, H)`.
///
/// @param part  which, such as the outputs
/// @param shift of which step each step gets it: 0 its own, -1 that of the step before; 0 where there is none
public record RecurrentPart(Cell cell, int part, int shift) implements SequenceOp {

    @Override
    public String name() {
        return "Steps";
    }

    @Override
    public Shape infer(List<Shape> in) {
        Shape tape = in.getFirst();
        return Shape.of(tape.raw(2), tape.raw(0), tape.raw(3));
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        SequenceKernels.of(out).recurrentPart(part, shift, in[0], out);
    }

    /// As [Recurrent] says: the derivative of a tape is that of its outputs.
    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        if (part != cell.output() || shift != 0) {
            throw Grads.noSecondOrder(this);
        }
        return List.of(grad);
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        int t = index[1] + shift;
        boolean there = t >= 0 && t < o.in().getFirst().dim(0);
        return there ? o.ref(0, t, part, index[0], index[2]) : Expr.num(0);
    }

    @Override
    public long flops(List<Shape> in, Shape out) {
        return 0;
    }
}
