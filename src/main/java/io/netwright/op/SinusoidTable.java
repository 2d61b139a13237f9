package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The positions of Vaswani et al. (NeurIPS 2017), a table `(steps, width)`: `sin(t / base^(2i/width))` in column 2i
/// and the cosine of the same in column 2i + 1.
public record SinusoidTable(int steps, int width, double base) implements SequenceOp {

    @Override
    public Shape infer(List<Shape> in) {
        return Shape.of(steps, width);
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        for (int t = 0; t < steps; t++) {
            for (int k = 0; k < width; k++) {
                out.set(t * width + k, value(t, k));
            }
        }
    }

    /// @return the number of step `t` in column `column`
    public double value(int t, int column) {
        double angle = t / Math.pow(base, (double) (column - column % 2) / width);
        return column % 2 == 0 ? Math.sin(angle) : Math.cos(angle);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        return List.of();
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        return Expr.num(value(index[0], index[1]));
    }
}
