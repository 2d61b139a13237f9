package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.BinaryFn;
import io.netwright.tensor.kernel.Cell;
import io.netwright.tensor.kernel.SequenceKernels;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A recurrent layer over all its steps: from what the input contributes to each gate, `(N, T, gates * H)`, and the
/// weights of the outputs before, `(H, gates * H)`, to a tape `(T, parts, N, H)` of all that was computed on the way.
/// [RecurrentPart] takes the outputs out of it.
///
/// The states before the first step are 0. A masked step keeps the states of the step before.
///
/// The derivative of a tape is that of its outputs, `(N, T, H)`: nothing else in a tape is used but by this op's own
/// derivative.
///
/// @param reverse whether it goes from the last step to the first
/// @param biased  whether a bias `(gates * H)` is added to the products with the weights; third operand
/// @param masked  whether a mask `(N, T)` is the last operand; 0 marks a step that does not count
public record Recurrent(Cell cell, boolean reverse, boolean biased, boolean masked) implements SequenceOp {

    @Override
    public String name() {
        return cell.isPlain() ? "RNN" : cell.name();
    }

    @Override
    public Shape infer(List<Shape> in) {
        Shape gates = in.get(0);
        Shape weight = in.get(1);
        int units = weight.size(0);
        int width = cell.gates() * units;
        boolean fits = gates.rank() == 3
                && weight.equals(Shape.of(units, width))
                && gates.raw(2) == width
                && (!biased || in.get(2).equals(Shape.of(width)))
                && (!masked || in.getLast().equals(Shape.of(gates.raw(0), gates.raw(1))));
        if (!fits) {
            throw new ShapeException(Message.of("op.problem.recurrent", gates.toString(), weight.toString(), name()));
        }
        return Shape.of(gates.size(1), cell.parts(), gates.raw(0), units);
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        Tensor bias = biased ? in[2] : null;
        Tensor mask = masked ? in[in.length - 1] : null;
        SequenceKernels.of(out).recurrent(cell, reverse, in[0], in[1], bias, mask, out);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        Value gates = in.get(0);
        Value weight = in.get(1);
        String dz = "d" + gates.label();
        List<Value> operands = new ArrayList<>(List.of(out, weight, grad));
        if (masked) {
            operands.add(in.getLast());
        }
        Value dGates = g.apply(dz, new RecurrentGrad(cell, reverse, masked), operands);
        Value dProducts = cell == Cell.GRU ? gated(g, out, dGates) : dGates;
        Value before = g.apply("H'", new RecurrentPart(cell, cell.output(), reverse ? 1 : -1), out);
        List<@Nullable Value> all = new ArrayList<>();
        all.add(dGates);
        all.add(g.apply("d" + weight.label(), new MatMul(true, false), before, dProducts));
        if (biased) {
            all.add(Grads.sumTo(g, "d" + in.get(2).label(), dProducts, in.get(2).shape()));
        }
        if (masked) {
            all.add(null);
        }
        return all;
    }

    /// A GRU gates the product that its n gets from the output before, so the derivative that goes there is gated too.
    private Value gated(Graph g, Value tape, Value dGates) {
        int units = tape.shape().size(3);
        String label = "d" + "HW";
        Value rz = g.apply(label, new SliceAxis(2, 0, 2 * units), dGates);
        Value n = g.apply(label, new SliceAxis(2, 2 * units, units), dGates);
        Value r = g.apply("R", new RecurrentPart(cell, 0, 0), tape);
        return g.apply(label, new Concat(2), rz, g.apply(label, new Binary(BinaryFn.MUL), n, r));
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        return new RecurrentRules(o, cell, reverse, masked ? o.in().size() - 1 : -1).value(index);
    }

    @Override
    public long flops(List<Shape> in, Shape out) {
        int units = out.size(3);
        // the product of each step, and some ten operations a gate
        return (long) out.size(0) * cell.gates() * units * (2L * units + 10);
    }
}
