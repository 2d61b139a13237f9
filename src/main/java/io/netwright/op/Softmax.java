package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Expr.Fn;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.Kernels;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `e^x_i / sum_j e^x_j` over the last axis.
public record Softmax() implements Op {

    @Override
    public Shape infer(List<Shape> in) {
        return in.getFirst();
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        Kernels.of(out).softmax(in[0], out);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        return List.of(g.apply("d" + in.getFirst().label(), new SoftmaxGrad(), out, grad));
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        return probability(o, o.out().offset(index));
    }

    /// @return `e^(x - max) / sum e^(x - max)` for element `flat` of operand 0, with the row's largest subtracted as
    ///   the
    ///     engine does, so that it can be evaluated for any logits
    static Expr probability(Operands o, int flat) {
        Tensor x = o.in().getFirst();
        int first = flat / x.cols() * x.cols();
        int largest = first;
        for (int i = first; i < first + x.cols(); i++) {
            if (x.get(i) > x.get(largest)) {
                largest = i;
            }
        }
        List<Expr> terms = new ArrayList<>();
        for (int i = first; i < first + x.cols(); i++) {
            terms.add(shifted(o, i, largest));
        }
        return Expr.over(shifted(o, flat, largest), new Expr.Sum(terms));
    }

    static Expr shifted(Operands o, int i, int largest) {
        return Expr.call(Fn.EXP, Expr.minus(o.flat(0, i), o.flat(0, largest)));
    }

    @Override
    public long flops(List<Shape> in, Shape out) {
        return 4L * out.elementsPerSample();
    }
}
