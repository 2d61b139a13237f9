package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Expr.Fn;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.text.Message;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Connectionist temporal classification: `-ln p(labels | scores)` for each sample, where the probability is summed
/// over all ways to spread the labels over the steps. Scores are `(N, T, k)`, before the softmax; labels are `(N, S)`,
/// where the blank and negative numbers are padding. Graves et al., ICML 2006.
///
/// @param blank     the class that stands for "no label here"
/// @param forgiving whether a sample whose labels do not fit into its steps costs 0 rather than infinitely much
public record Ctc(int blank, boolean forgiving) implements SequenceOp {

    @Override
    public Shape infer(List<Shape> in) {
        Shape z = in.get(0);
        Shape y = in.get(1);
        if (z.rank() != 3 || y.rank() != 2 || blank >= z.size(2)) {
            throw new ShapeException(Message.of("op.problem.ctc", z.toString(), y.toString(), blank));
        }
        return Shape.of(z.raw(0));
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        for (int n = 0; n < out.size(); n++) {
            double loss = -CtcPaths.of(in[0], in[1], n, blank).total();
            out.set(n, forgiving && Double.isInfinite(loss) ? 0 : loss);
        }
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        Value z = in.get(0);
        return Arrays.asList(g.apply("d" + z.label(), new CtcGrad(blank), z, in.get(1), grad), null);
    }

    /// A way through ends in the last label or in the blank behind it: both are added up, as logarithms.
    @Override
    public Expr explain(Operands o, int[] index) {
        CtcPaths paths = CtcPaths.of(o.in().get(0), o.in().get(1), index[0], blank);
        if (Double.isInfinite(paths.total())) {
            return Expr.num(forgiving ? 0 : Double.POSITIVE_INFINITY);
        }
        double[] ends = paths.ends();
        double most = Arrays.stream(ends).max().orElseThrow();
        List<Expr> parts = Arrays.stream(ends)
                .mapToObj(end -> Expr.call(Fn.EXP, Expr.minus(Expr.num(end), Expr.num(most))))
                .toList();
        return Expr.product(Expr.num(-1), Expr.sum(Expr.num(most), Expr.call(Fn.LOG, Expr.sum(parts))));
    }

    /// Two passes over at most three ways into each of `2 S + 1` places, at each step; and the softmax.
    @Override
    public long flops(List<Shape> in, Shape out) {
        long steps = in.get(0).size(1);
        return steps * (16L * (2L * in.get(1).size(1) + 1) + 5L * in.get(0).size(2));
    }
}
