package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.SequenceKernels;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The matrix products of attention, for each sample and each head one. The features of a step hold the heads side by
/// side, so nothing is laid out anew for it: head h of `(N, T, heads * d)` is its columns from `h * d` to `h * d + d`.
///
/// Where there are fewer heads of keys and values than of queries, neighbouring heads of queries share one
/// (Ainslie et al., EMNLP 2023).
///
/// The derivative of each kind is of the other two kinds.
///
/// @param heads   heads of the queries
/// @param kvHeads heads of keys and values; divides `heads`
public record HeadMatMul(Kind kind, int heads, int kvHeads) implements SequenceOp {

    public enum Kind {
        /// `Q K^T`: `(N, T, heads * d)` and `(N, S, kvHeads * d)` give `(N, heads, T, S)`.
        SCORES,
        /// `P V`: `(N, heads, T, S)` and `(N, S, kvHeads * d)` give `(N, T, heads * d)`.
        MIX,
        /// `P^T X`: `(N, heads, T, S)` and `(N, T, heads * d)` give `(N, S, kvHeads * d)`, the sum over the heads that
        /// share one.
        SPREAD
    }

    @Override
    public String name() {
        return "MatMul";
    }

    /// @return queries per head of keys and values
    public int shared() {
        return heads / kvHeads;
    }

    @Override
    public Shape infer(List<Shape> in) {
        Shape a = in.get(0);
        Shape b = in.get(1);
        boolean fits = a.rank() == (kind == Kind.SCORES ? 3 : 4)
                && b.rank() == 3
                && a.raw(0) == b.raw(0)
                && switch (kind) {
                    case SCORES ->
                        a.size(2) % heads == 0 && b.size(2) % kvHeads == 0 && a.size(2) / heads == b.size(2) / kvHeads;
                    case MIX -> a.size(1) == heads && a.size(3) == b.size(1) && b.size(2) % kvHeads == 0;
                    case SPREAD -> a.size(1) == heads && a.size(2) == b.size(1) && b.size(2) % heads == 0;
                };
        if (!fits) {
            throw new ShapeException(Message.of("op.problem.heads", a.toString(), b.toString(), heads));
        }
        return switch (kind) {
            case SCORES -> Shape.of(a.raw(0), heads, a.raw(1), b.raw(1));
            case MIX -> Shape.of(a.raw(0), a.raw(2), b.size(2) / kvHeads * heads);
            case SPREAD -> Shape.of(a.raw(0), a.raw(3), b.size(2) / heads * kvHeads);
        };
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        SequenceKernels kernels = SequenceKernels.of(out);
        switch (kind) {
            case SCORES -> kernels.headScores(shared(), in[0], in[1], out);
            case MIX -> kernels.headMix(shared(), in[0], in[1], out);
            case SPREAD -> kernels.headSpread(shared(), in[0], in[1], out);
        }
    }

    private HeadMatMul as(Kind other) {
        return new HeadMatMul(other, heads, kvHeads);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        Value a = in.get(0);
        Value b = in.get(1);
        String da = "d" + a.label();
        String db = "d" + b.label();
        return switch (kind) {
            case SCORES -> List.of(g.apply(da, as(Kind.MIX), grad, b), g.apply(db, as(Kind.SPREAD), grad, a));
            case MIX -> List.of(g.apply(da, as(Kind.SCORES), grad, b), g.apply(db, as(Kind.SPREAD), a, grad));
            case SPREAD -> List.of(g.apply(da, as(Kind.SCORES), b, grad), g.apply(db, as(Kind.MIX), a, grad));
        };
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        Tensor a = o.in().get(0);
        List<Expr> terms = new ArrayList<>();
        int n = index[0];
        switch (kind) {
            case SCORES -> {
                int d = a.dim(2) / heads;
                int own = index[1] * d;
                int other = index[1] / shared() * d;
                for (int k = 0; k < d; k++) {
                    terms.add(Expr.product(o.ref(0, n, index[2], own + k), o.ref(1, n, index[3], other + k)));
                }
            }
            case MIX -> {
                int d = o.out().dim(2) / heads;
                int head = index[2] / d;
                int column = head / shared() * d + index[2] % d;
                for (int s = 0; s < a.dim(3); s++) {
                    terms.add(Expr.product(o.ref(0, n, head, index[1], s), o.ref(1, n, s, column)));
                }
            }
            case SPREAD -> {
                int d = o.out().dim(2) / kvHeads;
                int first = index[2] / d * shared();
                for (int head = first; head < first + shared(); head++) {
                    for (int t = 0; t < a.dim(2); t++) {
                        terms.add(
                                Expr.product(o.ref(0, n, head, t, index[1]), o.ref(1, n, t, head * d + index[2] % d)));
                    }
                }
            }
        }
        return new Expr.Sum(terms);
    }

    @Override
    public long flops(List<Shape> in, Shape out) {
        Shape a = in.getFirst();
        return 2L
                * switch (kind) {
                    case SCORES -> (long) out.elementsPerSample() * (a.size(2) / heads);
                    case MIX -> (long) out.elementsPerSample() * a.size(3);
                    case SPREAD -> (long) out.elementsPerSample() * a.size(2) * shared();
                };
    }
}
