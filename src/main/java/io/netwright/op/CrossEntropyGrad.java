package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.Kernels;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The derivative of [CrossEntropy]: from z, t and dy to `dz = dy (softmax(z) sum(t) - t)`.
public record CrossEntropyGrad(boolean indices) implements Op {

    @Override
    public Shape infer(List<Shape> in) {
        return in.getFirst();
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        Kernels.of(out).crossEntropyGrad(indices, in[0], in[1], in[2], out);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        throw Grads.noSecondOrder(this);
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        int flat = o.out().offset(index);
        int cols = o.out().cols();
        int row = flat / cols;
        Expr probability = Softmax.probability(o, flat);
        if (indices) {
            boolean isTarget = flat % cols == (int) o.in().get(1).get(row);
            Expr difference = Expr.minus(probability, Expr.num(isTarget ? 1 : 0));
            return Expr.product(o.flat(2, row), difference);
        }
        List<Expr> mass = new ArrayList<>();
        for (int i = row * cols; i < (row + 1) * cols; i++) {
            mass.add(o.flat(1, i));
        }
        Expr expected = Expr.product(probability, new Expr.Sum(mass));
        return Expr.product(o.flat(2, row), Expr.minus(expected, o.flat(1, flat)));
    }
}
