package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.Kernels;
import io.netwright.text.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `length` steps of a fixed axis, from `from` on.
public record SliceAxis(int axis, int from, int length) implements Op {

    @Override
    public String name() {
        return "Slice";
    }

    @Override
    public Shape infer(List<Shape> in) {
        Shape x = in.getFirst();
        if (axis >= x.rank() || x.isBatched(axis) || from < 0 || length < 1 || from + length > x.size(axis)) {
            throw new ShapeException(Message.of("op.problem.slice", from, from + length, axis, x.toString()));
        }
        return x.with(axis, length);
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        Kernels.of(out).copyOutOf(axis, from, in[0], out);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        Value x = in.getFirst();
        int after = x.shape().size(axis) - from - length;
        return List.of(g.apply("d" + x.label(), new PadAxis(axis, from, after), grad));
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        int[] at = index.clone();
        at[axis] += from;
        return o.ref(0, at);
    }

    @Override
    public long flops(List<Shape> in, Shape out) {
        return 0;
    }
}
