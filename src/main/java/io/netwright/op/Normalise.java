package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Expr.Fn;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.SequenceKernels;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Brings each row (the last axis) to variance 1, and to mean 0 where it is centred:
/// `(x - mean) / sqrt(mean((x - mean)^2) + epsilon)`, else `x / sqrt(mean(x^2) + epsilon)`.
///
/// The first is what layer-norm does before it scales and shifts (Ba et al., 2016), the second RMS-norm (Zhang and
/// Sennrich, NeurIPS 2019).
public record Normalise(boolean centred, double epsilon) implements SequenceOp {

    @Override
    public Shape infer(List<Shape> in) {
        return in.getFirst();
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        SequenceKernels.of(out).normalise(centred, epsilon, in[0], out);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        Value x = in.getFirst();
        return List.of(g.apply("d" + x.label(), new NormaliseGrad(centred, epsilon), x, out, grad));
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        int flat = o.out().offset(index);
        Expr x = o.flat(0, flat);
        Expr numerator = centred ? Expr.minus(x, mean(o, flat)) : x;
        return Expr.over(numerator, deviation(o, flat));
    }

    private static Expr mean(Operands o, int flat) {
        return Expr.over(new Expr.Sum(row(o, flat)), Expr.num(o.out().cols()));
    }

    /// @return `sqrt(variance + epsilon)` of the row of x, operand 0, in which element `flat` stands; the variance
    ///     as the mean of the squares less the square of the mean, which is as long as the row and not as its square
    Expr deviation(Operands o, int flat) {
        List<Expr> squares = new ArrayList<>();
        row(o, flat).forEach(x -> squares.add(Expr.product(x, x)));
        Expr variance = Expr.over(new Expr.Sum(squares), Expr.num(o.out().cols()));
        if (centred) {
            Expr mean = mean(o, flat);
            variance = Expr.minus(variance, Expr.product(mean, mean));
        }
        return Expr.call(Fn.SQRT, Expr.sum(variance, Expr.num(epsilon)));
    }

    private static List<Expr> row(Operands o, int flat) {
        int cols = o.out().cols();
        List<Expr> row = new ArrayList<>(cols);
        for (int i = flat / cols * cols; i < (flat / cols + 1) * cols; i++) {
            row.add(o.flat(0, i));
        }
        return row;
    }

    @Override
    public long flops(List<Shape> in, Shape out) {
        return 6L * out.elementsPerSample();
    }
}
