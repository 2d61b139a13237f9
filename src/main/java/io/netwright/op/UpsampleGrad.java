package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.Kernels;
import io.netwright.tensor.kernel.Stretch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The derivative of [Upsample]: from dy to dx; each pixel gets what was made of it.
///
/// @param input the shape of dx
public record UpsampleGrad(int rows, int cols, boolean linear, Shape input) implements Op {

    @Override
    public Shape infer(List<Shape> in) {
        return input;
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        Kernels.of(out).upsampleGrad(rows, cols, linear, in[0], out);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        throw Grads.noSecondOrder(this);
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        Tensor dy = o.in().getFirst();
        Stretch down = new Stretch(o.out().dim(2), rows, linear);
        Stretch across = new Stretch(o.out().dim(3), cols, linear);
        List<Expr> terms = new ArrayList<>();
        for (int i = 0; i < dy.dim(2); i++) {
            for (int j = 0; j < dy.dim(3); j++) {
                double weight = down.weight(i, index[2]) * across.weight(j, index[3]);
                if (weight != 0) {
                    terms.add(Expr.product(Expr.num(weight), o.ref(0, index[0], index[1], i, j)));
                }
            }
        }
        return new Expr.Sum(terms);
    }
}
