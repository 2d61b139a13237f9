package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Expr.Fn;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.Kernels;
import io.netwright.tensor.kernel.UnaryFn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `x_i - ln sum_j e^x_j` over the last axis: the logarithm of [Softmax], exact where the softmax itself would round to
/// 0.
public record LogSoftmax() implements Op {

    @Override
    public Shape infer(List<Shape> in) {
        return in.getFirst();
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        Kernels.of(out).logSoftmax(in[0], out);
    }

    /// `dx_i = dy_i - softmax(x)_i sum_j dy_j`
    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        Value x = in.getFirst();
        String dx = "d" + x.label();
        int last = x.shape().rank() - 1;
        Value sum = g.apply(dx, new Reduce(Reduce.Kind.SUM, List.of(last), 0), grad);
        Value perRow = g.reshape(dx, sum, x.shape().with(last, 1));
        return List.of(g.sub(dx, grad, g.mul(dx, g.unary(dx, UnaryFn.EXP, out), perRow)));
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        Tensor x = o.in().getFirst();
        int flat = o.out().offset(index);
        int first = flat / x.cols() * x.cols();
        int largest = first;
        for (int i = first; i < first + x.cols(); i++) {
            largest = x.get(i) > x.get(largest) ? i : largest;
        }
        List<Expr> terms = new ArrayList<>();
        for (int i = first; i < first + x.cols(); i++) {
            terms.add(Softmax.shifted(o, i, largest));
        }
        return Expr.minus(Expr.minus(o.flat(0, flat), o.flat(0, largest)), Expr.call(Fn.LOG, new Expr.Sum(terms)));
    }

    @Override
    public long flops(List<Shape> in, Shape out) {
        return 4L * out.elementsPerSample();
    }
}
