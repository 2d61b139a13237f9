package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.text.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Each column (the last axis) times a constant of its own, such as the weight of a class.
///
/// @param factors one a column
public record ScaleColumns(List<Double> factors) implements Op {

    public ScaleColumns {
        factors = List.copyOf(factors);
    }

    @Override
    public Shape infer(List<Shape> in) {
        Shape x = in.getFirst();
        if (x.rank() == 0 || x.isBatched(-1) || x.size(-1) != factors.size()) {
            throw new ShapeException(Message.of("op.problem.columns", factors.size(), x.toString()));
        }
        return x;
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        for (int i = 0; i < out.size(); i++) {
            out.set(i, in[0].get(i) * factors.get(i % factors.size()));
        }
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        return List.of(g.apply("d" + in.getFirst().label(), this, grad));
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        return Expr.product(Expr.num(factors.get(index[index.length - 1])), o.ref(0, index));
    }
}
