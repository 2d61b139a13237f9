package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.Kernels;
import io.netwright.text.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Zeros before and after a fixed axis.
public record PadAxis(int axis, int before, int after) implements Op {

    @Override
    public String name() {
        return "Pad";
    }

    @Override
    public Shape infer(List<Shape> in) {
        Shape x = in.getFirst();
        if (axis >= x.rank() || x.isBatched(axis) || before < 0 || after < 0) {
            throw new ShapeException(Message.of("op.problem.axes", axis, x.toString()));
        }
        return x.with(axis, x.size(axis) + before + after);
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        out.fill(0);
        Kernels.of(out).copyInto(axis, before, in[0], out);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        Value x = in.getFirst();
        return List.of(
                g.apply("d" + x.label(), new SliceAxis(axis, before, x.shape().size(axis)), grad));
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        int[] at = index.clone();
        at[axis] -= before;
        boolean inside = at[axis] >= 0 && at[axis] < o.in().getFirst().dim(axis);
        return inside ? o.ref(0, at) : Expr.num(0);
    }

    @Override
    public long flops(List<Shape> in, Shape out) {
        return 0;
    }
}
