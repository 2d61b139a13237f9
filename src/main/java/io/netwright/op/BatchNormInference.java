package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Expr.Fn;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.Kernels;
import io.netwright.text.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Batch normalisation with given statistics, per channel (axis 1): operands x, gamma, beta, mean, variance.
///
/// @param epsilon added to the variance
public record BatchNormInference(double epsilon) implements Op {

    @Override
    public String name() {
        return "BatchNorm";
    }

    @Override
    public Shape infer(List<Shape> in) {
        Shape x = in.getFirst();
        for (Shape statistic : in.subList(1, 5)) {
            if (x.rank() < 2 || !statistic.equals(Shape.of(x.size(1)))) {
                throw new ShapeException(Message.of("op.problem.batchNorm", x.toString(), statistic.toString()));
            }
        }
        return x;
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        Kernels.of(out).batchNorm(epsilon, in[0], in[1], in[2], in[3], in[4], out);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        throw new IllegalStateException("batch-norm is trained in its own ops; this one is for evaluation");
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        int c = index[1];
        Expr deviation = Expr.call(Fn.SQRT, Expr.sum(o.ref(4, c), Expr.num(epsilon)));
        Expr normal = Expr.over(Expr.minus(o.ref(0, index), o.ref(3, c)), deviation);
        return Expr.sum(Expr.product(o.ref(1, c), normal), o.ref(2, c));
    }

    @Override
    public long flops(List<Shape> in, Shape out) {
        return 2L * out.elementsPerSample();
    }
}
