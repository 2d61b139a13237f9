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

/// One function applied to each element.
///
/// @param alpha the function's parameter; without meaning for functions that have none
public record Unary(UnaryFn fn, double alpha) implements Op {

    @Override
    public String name() {
        return fn.text();
    }

    @Override
    public Shape infer(List<Shape> in) {
        return in.getFirst();
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        Kernels.of(out).unary(fn, alpha, in[0], out);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        Value x = in.getFirst();
        return List.of(g.apply("d" + x.label(), new UnaryGrad(fn, alpha), x, out, grad));
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        return UnaryRules.value(fn, alpha, o.ref(0, index));
    }
}
