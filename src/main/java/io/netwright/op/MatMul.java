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

/// The matrix product of the matrices that two tensors are kept in (last axis = columns, the axes before it = rows),
/// either of them transposed.
///
/// Without transposition of the left one its leading axes are those of the result, so `(N, T, d)` times `(d, h)` is
/// `(N, T, h)`.
public record MatMul(boolean transA, boolean transB) implements Op {

    @Override
    public Shape infer(List<Shape> in) {
        Shape a = in.get(0);
        Shape b = in.get(1);
        boolean matrices = a.rank() >= 2 && b.rank() >= 2 && (transA || b.rank() == 2);
        if (!matrices || !inner(a, transA).equals(inner(b, !transB))) {
            throw new ShapeException(Message.of("op.problem.matmul", a.toString(), b.toString()));
        }
        int cols = transB ? b.raw(0) : b.raw(b.rank() - 1);
        if (transA) {
            return Shape.of(a.raw(a.rank() - 1), cols);
        }
        return a.with(a.rank() - 1, cols);
    }

    /// @return the rows (as a shape, for they may be several axes) or the column of a matrix
    private static Shape inner(Shape s, boolean rows) {
        int[] raw = s.raw();
        return rows ? Shape.of(Arrays.copyOf(raw, raw.length - 1)) : Shape.of(raw[raw.length - 1]);
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        Kernels.of(out).matmul(transA, transB, in[0], in[1], out);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        if (transA || transB) {
            throw Grads.noSecondOrder(this);
        }
        Value a = in.get(0);
        Value b = in.get(1);
        return List.of(
                g.apply("d" + a.label(), new MatMul(false, true), grad, b),
                g.apply("d" + b.label(), new MatMul(true, false), a, grad));
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        Tensor a = o.in().get(0);
        Tensor b = o.in().get(1);
        int flat = o.out().offset(index);
        int row = flat / o.out().cols();
        int col = flat % o.out().cols();
        int terms = transA ? a.rows() : a.cols();
        List<Expr> sum = new ArrayList<>(terms);
        for (int k = 0; k < terms; k++) {
            int atA = transA ? k * a.cols() + row : row * a.cols() + k;
            int atB = transB ? col * b.cols() + k : k * b.cols() + col;
            sum.add(Expr.product(o.flat(0, atA), o.flat(1, atB)));
        }
        return new Expr.Sum(sum);
    }

    @Override
    public long flops(List<Shape> in, Shape out) {
        Shape a = in.getFirst();
        int inner = transA ? a.elementsPerSample() / a.size(-1) : a.size(-1);
        return 2L * out.elementsPerSample() * inner;
    }
}
