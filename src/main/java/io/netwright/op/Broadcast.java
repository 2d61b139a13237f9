package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.Kernels;
import io.netwright.text.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Repeats a tensor along its axes of size 1 (and leading axes that it lacks), divided, where it is the derivative of a
/// mean, by how often each element is repeated.
///
/// @param target     the shape to repeat to
/// @param divide     whether to divide by the number of repeats, less `correction`
/// @param correction as in [Reduce]
public record Broadcast(Shape target, boolean divide, int correction) implements Op {

    @Override
    public Shape infer(List<Shape> in) {
        Shape x = in.getFirst();
        for (int axis = 1; axis <= x.rank(); axis++) {
            if (axis > target.rank()
                    || x.raw(x.rank() - axis) != 1 && x.raw(x.rank() - axis) != target.raw(target.rank() - axis)) {
                throw new ShapeException(Message.of("op.problem.broadcast", x.toString(), target.toString()));
            }
        }
        return target;
    }

    private double scale(Tensor in, Tensor out) {
        return divide ? 1.0 / Math.max(1, out.size() / in.size() - correction) : 1;
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        Kernels.of(out).broadcast(scale(in[0], out), in[0], out);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        if (divide) {
            throw Grads.noSecondOrder(this);
        }
        Value x = in.getFirst();
        return List.of(Grads.sumTo(g, "d" + x.label(), grad, x.shape()));
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        Tensor x = o.in().getFirst();
        Expr ref = o.ref(0, Binary.repeated(index, x));
        int repeats = Math.max(1, o.out().size() / x.size() - correction);
        return divide && repeats > 1 ? Expr.over(ref, Expr.num(repeats)) : ref;
    }
}
