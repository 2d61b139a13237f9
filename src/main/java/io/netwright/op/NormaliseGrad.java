package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.SequenceKernels;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The derivative of [Normalise]: from x, y and dy to `dx = (dy - mean(dy) - y mean(y dy)) / s`, where s is what x was
/// divided by; without `mean(dy)` where it was not centred.
public record NormaliseGrad(boolean centred, double epsilon) implements SequenceOp {

    @Override
    public Shape infer(List<Shape> in) {
        return in.getFirst();
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        SequenceKernels.of(out).normaliseGrad(centred, epsilon, in[0], in[1], in[2], out);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        throw Grads.noSecondOrder(this);
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        int flat = o.out().offset(index);
        int cols = o.out().cols();
        List<Expr> gradients = new ArrayList<>();
        List<Expr> products = new ArrayList<>();
        for (int i = flat / cols * cols; i < (flat / cols + 1) * cols; i++) {
            gradients.add(o.flat(2, i));
            products.add(Expr.product(o.flat(1, i), o.flat(2, i)));
        }
        Expr along = Expr.product(o.flat(1, flat), Expr.over(new Expr.Sum(products), Expr.num(cols)));
        Expr own = o.flat(2, flat);
        Expr rest = centred ? Expr.minus(own, Expr.over(new Expr.Sum(gradients), Expr.num(cols))) : own;
        return Expr.over(Expr.minus(rest, along), new Normalise(centred, epsilon).deviation(o, flat));
    }

    @Override
    public long flops(List<Shape> in, Shape out) {
        return 9L * out.elementsPerSample();
    }
}
