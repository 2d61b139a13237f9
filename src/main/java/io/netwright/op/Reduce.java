package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.Kernels;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sum or mean over some axes, which are then gone.
///
/// @param axes       in ascending order
/// @param correction what a mean takes off the number of elements before it divides by it; 1 makes an unbiased variance
///   of
///                   a mean of squares
public record Reduce(Kind kind, List<Integer> axes, int correction) implements Op {

    public enum Kind {
        SUM,
        MEAN
    }

    public Reduce {
        axes = List.copyOf(axes);
    }

    @Override
    public String name() {
        return kind == Kind.SUM ? "Sum" : "Mean";
    }

    @Override
    public Shape infer(List<Shape> in) {
        Shape x = in.getFirst();
        List<Integer> kept = new ArrayList<>();
        for (int axis = 0; axis < x.rank(); axis++) {
            if (!axes.contains(axis)) {
                kept.add(x.raw(axis));
            }
        }
        if (kept.size() + axes.size() != x.rank()) {
            throw new ShapeException(Message.of("op.problem.axes", axes.toString(), x.toString()));
        }
        return Shape.of(kept.stream().mapToInt(Integer::intValue).toArray());
    }

    private double divisor(Tensor in, Tensor out) {
        return kind == Kind.SUM ? 1 : Math.max(1, in.size() / out.size() - correction);
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        Kernels.of(out).reduceSum(axes, 1 / divisor(in[0], out), in[0], out);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        Value x = in.getFirst();
        int[] kept = x.shape().raw();
        for (int axis : axes) {
            kept[axis] = 1;
        }
        Value aligned = g.reshape(grad.label(), grad, Shape.of(kept));
        return List.of(g.apply("d" + x.label(), new Broadcast(x.shape(), kind == Kind.MEAN, correction), aligned));
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        Tensor x = o.in().getFirst();
        int[] at = new int[x.rank()];
        int next = 0;
        for (int axis = 0; axis < at.length; axis++) {
            at[axis] = axes.contains(axis) ? 0 : index[next++];
        }
        List<Expr> terms = new ArrayList<>();
        collect(o, x, at, 0, terms);
        Expr sum = new Expr.Sum(terms);
        double divisor = divisor(x, o.out());
        return divisor == 1 ? sum : Expr.over(sum, Expr.num(divisor));
    }

    private void collect(Operands o, Tensor x, int[] at, int level, List<Expr> terms) {
        if (level == axes.size()) {
            terms.add(o.ref(0, Arrays.copyOf(at, at.length)));
            return;
        }
        int axis = axes.get(level);
        for (int i = 0; i < x.dim(axis); i++) {
            at[axis] = i;
            collect(o, x, at, level + 1, terms);
        }
    }

    @Override
    public long flops(List<Shape> in, Shape out) {
        return in.getFirst().elementsPerSample();
    }
}
