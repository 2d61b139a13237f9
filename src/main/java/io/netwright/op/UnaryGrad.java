package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.op.explain.UnaryRules;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.Kernels;
import io.netwright.tensor.kernel.UnaryFn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The derivative of [Unary]: from x, y = f(x) and dy to `dx = dy * f'(x)`.
public record UnaryGrad(UnaryFn fn, double alpha) implements Op {

    @Override
    public String name() {
        return fn.text() + "Grad";
    }

    @Override
    public Shape infer(List<Shape> in) {
        return in.getFirst();
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        Kernels.of(out).unaryGrad(fn, alpha, in[0], in[1], in[2], out);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        throw Grads.noSecondOrder(this);
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        return Expr.product(o.ref(2, index), UnaryRules.derivative(fn, alpha, o.ref(0, index), o.ref(1, index)));
    }
}
