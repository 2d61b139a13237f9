package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Expr.Fn;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.Kernels;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Softmax and cross-entropy in one, per row of logits: `-sum_i t_i ln softmax(z)_i`.
///
/// @param indices whether the second operand holds one class index a row rather than probabilities
public record CrossEntropy(boolean indices) implements Op {

    @Override
    public Shape infer(List<Shape> in) {
        Shape z = in.get(0);
        Shape t = in.get(1);
        int[] raw = z.raw();
        Shape rows = Shape.of(Arrays.copyOf(raw, Math.max(0, raw.length - 1)));
        if (z.rank() < 2 || !t.equals(indices ? rows : z)) {
            throw new ShapeException(Message.of("op.problem.crossEntropy", z.toString(), t.toString()));
        }
        return rows;
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        Kernels.of(out).crossEntropy(indices, in[0], in[1], out);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        Value z = in.get(0);
        return Arrays.asList(g.apply("d" + z.label(), new CrossEntropyGrad(indices), z, in.get(1), grad), null);
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        int row = o.out().offset(index);
        int cols = o.in().getFirst().cols();
        List<Expr> terms = new ArrayList<>();
        if (indices) {
            terms.add(minusLog(o, row * cols + (int) o.in().get(1).get(row)));
        } else {
            for (int i = row * cols; i < (row + 1) * cols; i++) {
                terms.add(Expr.product(o.flat(1, i), minusLog(o, i)));
            }
        }
        return terms.size() == 1 ? terms.getFirst() : new Expr.Sum(terms);
    }

    private static Expr minusLog(Operands o, int flat) {
        return Expr.product(Expr.num(-1), Expr.call(Fn.LOG, Softmax.probability(o, flat)));
    }

    @Override
    public long flops(List<Shape> in, Shape out) {
        return 5L * in.getFirst().elementsPerSample();
    }
}
