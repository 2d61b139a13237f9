package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.Cell;
import io.netwright.tensor.kernel.SequenceKernels;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The derivative of [Recurrent] with respect to what the input contributes to the gates, through all steps back in
/// time: from the tape, the weights, the derivative of the outputs `(N, T, H)` and the mask, if there is one, to
/// `(N, T, gates * H)`.
public record RecurrentGrad(Cell cell, boolean reverse, boolean masked) implements SequenceOp {

    @Override
    public String name() {
        return (cell.isPlain() ? "RNN" : cell.name()) + "Grad";
    }

    @Override
    public Shape infer(List<Shape> in) {
        Shape dh = in.get(2);
        return dh.with(2, cell.gates() * dh.size(2));
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        SequenceKernels.of(out).recurrentGrad(cell, reverse, in[0], in[1], in[2], masked ? in[3] : null, out);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        throw Grads.noSecondOrder(this);
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        return new RecurrentGradRules(o, cell, reverse, masked ? 3 : -1).value(index);
    }

    @Override
    public long flops(List<Shape> in, Shape out) {
        int units = in.get(2).size(2);
        return (long) out.elementsPerSample() * (2L * units + 10);
    }
}
