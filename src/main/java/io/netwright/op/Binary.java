package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.BinaryFn;
import io.netwright.tensor.kernel.Kernels;
import io.netwright.tensor.kernel.UnaryFn;
import io.netwright.text.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A function of two tensors, element by element. Axes of size 1 and missing leading axes are repeated, as NumPy does.
public record Binary(BinaryFn fn) implements Op {

    @Override
    public String name() {
        return fn.text();
    }

    @Override
    public Shape infer(List<Shape> in) {
        Shape a = in.get(0);
        Shape b = in.get(1);
        int rank = Math.max(a.rank(), b.rank());
        int[] sizes = new int[rank];
        for (int axis = 0; axis < rank; axis++) {
            int left = axis < rank - a.rank() ? 1 : a.raw(axis - rank + a.rank());
            int right = axis < rank - b.rank() ? 1 : b.raw(axis - rank + b.rank());
            if (left != right && left != 1 && right != 1) {
                throw new ShapeException(Message.of("op.problem.broadcast", a.toString(), b.toString()));
            }
            sizes[axis] = left == 1 ? right : left;
        }
        return Shape.of(sizes);
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        Kernels.of(out).binary(fn, in[0], in[1], out);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        Value a = in.get(0);
        Value b = in.get(1);
        String da = "d" + a.label();
        String db = "d" + b.label();
        if (fn == BinaryFn.MAX) {
            return maximum(g, a, b, grad);
        }
        Value left =
                switch (fn) {
                    case ADD, SUB -> grad;
                    case MUL -> g.mul(da, grad, b);
                    case DIV -> g.apply(da, new Binary(BinaryFn.DIV), grad, b);
                    case MAX -> throw new AssertionError(fn);
                };
        Value right =
                switch (fn) {
                    case ADD -> grad;
                    case SUB -> g.unary(db, UnaryFn.NEGATE, grad);
                    case MUL -> g.mul(db, grad, a);
                    case DIV ->
                        g.unary(db, UnaryFn.NEGATE, g.apply(db, new Binary(BinaryFn.DIV), g.mul(db, grad, out), b));
                    case MAX -> throw new AssertionError(fn);
                };
        return List.of(Grads.sumTo(g, da, left, a.shape()), Grads.sumTo(g, db, right, b.shape()));
    }

    /// The gradient goes to the larger one; of two equal ones, to the right one.
    private static List<@Nullable Value> maximum(Graph g, Value a, Value b, Value grad) {
        String da = "d" + a.label();
        String db = "d" + b.label();
        Value lead = g.sub(da, a, b);
        Value left = g.apply(da, new UnaryGrad(UnaryFn.RELU, 0), lead, g.unary(da, UnaryFn.RELU, lead), grad);
        Value right = g.sub(db, grad, left);
        return List.of(Grads.sumTo(g, da, left, a.shape()), Grads.sumTo(g, db, right, b.shape()));
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        Expr a = o.ref(0, repeated(index, o.in().get(0)));
        Expr b = o.ref(1, repeated(index, o.in().get(1)));
        return switch (fn) {
            case ADD -> Expr.sum(a, b);
            case SUB -> Expr.minus(a, b);
            case MUL -> Expr.product(a, b);
            case DIV -> Expr.over(a, b);
            case MAX -> Expr.call(Expr.Fn.MAX, a, b);
        };
    }

    /// @return the place in `small` that is repeated to `index`
    static int[] repeated(int[] index, Tensor small) {
        int lead = index.length - small.rank();
        int[] at = new int[small.rank()];
        for (int axis = 0; axis < at.length; axis++) {
            at[axis] = small.dim(axis) == 1 ? 0 : index[axis + lead];
        }
        return at;
    }
}
