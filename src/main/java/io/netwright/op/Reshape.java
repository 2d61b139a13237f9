package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.text.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The same numbers in the same order with other axes.
public record Reshape(Shape target) implements Op {

    @Override
    public Shape infer(List<Shape> in) {
        Shape x = in.getFirst();
        if (x.elements(1) != target.elements(1) || x.elements(2) != target.elements(2)) {
            throw new ShapeException(Message.of("op.problem.reshape", x.toString(), target.toString()));
        }
        return target;
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        out.copyFrom(in[0]);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        Value x = in.getFirst();
        return List.of(g.reshape("d" + x.label(), grad, x.shape()));
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        return o.flat(0, o.out().offset(index));
    }

    @Override
    public long flops(List<Shape> in, Shape out) {
        return 0;
    }
}
