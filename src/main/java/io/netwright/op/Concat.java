package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.Kernels;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lays tensors side by side along a fixed axis; all other axes agree.
public record Concat(int axis) implements Op {

    @Override
    public Shape infer(List<Shape> in) {
        Shape first = in.getFirst();
        int total = 0;
        for (Shape next : in) {
            if (next.rank() != first.rank()
                    || next.isBatched(axis)
                    || !next.with(axis, 1).equals(first.with(axis, 1))) {
                throw new ShapeException(Message.of("op.problem.concat", first.toString(), next.toString(), axis));
            }
            total += next.size(axis);
        }
        return first.with(axis, total);
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        int from = 0;
        for (Tensor part : in) {
            Kernels.of(out).copyInto(axis, from, part, out);
            from += part.dim(axis);
        }
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        List<@Nullable Value> parts = new ArrayList<>();
        int from = 0;
        for (Value x : in) {
            parts.add(
                    g.apply("d" + x.label(), new SliceAxis(axis, from, x.shape().size(axis)), grad));
            from += x.shape().size(axis);
        }
        return parts;
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        int[] at = index.clone();
        for (int i = 0; i < o.in().size(); i++) {
            int size = o.in().get(i).dim(axis);
            if (at[axis] < size) {
                return o.ref(i, at);
            }
            at[axis] -= size;
        }
        throw new IndexOutOfBoundsException("axis " + axis);
    }

    @Override
    public long flops(List<Shape> in, Shape out) {
        return 0;
    }
}
