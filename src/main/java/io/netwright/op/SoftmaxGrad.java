package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.Kernels;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The derivative of [Softmax]: from y and dy to `dx_i = y_i (dy_i - sum_j y_j dy_j)`.
public record SoftmaxGrad() implements Op {

    @Override
    public Shape infer(List<Shape> in) {
        return in.getFirst();
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        Kernels.of(out).softmaxGrad(in[0], in[1], out);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        throw Grads.noSecondOrder(this);
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        int flat = o.out().offset(index);
        int cols = o.out().cols();
        int first = flat / cols * cols;
        List<Expr> terms = new ArrayList<>();
        for (int i = first; i < first + cols; i++) {
            terms.add(Expr.product(o.flat(0, i), o.flat(1, i)));
        }
        return Expr.product(o.flat(0, flat), Expr.minus(o.flat(1, flat), new Expr.Sum(terms)));
    }
}
