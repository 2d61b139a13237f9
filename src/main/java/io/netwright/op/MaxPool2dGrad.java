package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.Kernels;
import io.netwright.tensor.kernel.Window2d;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The derivative of [MaxPool2d]: from x, y and dy to dx; each window's gradient goes to its first largest element.
public record MaxPool2dGrad(Window2d window) implements Op {

    @Override
    public Shape infer(List<Shape> in) {
        return in.getFirst();
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        Kernels.of(out).maxPool2dGrad(window, in[0], in[1], in[2], out);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        throw Grads.noSecondOrder(this);
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        Tensor x = o.in().get(0);
        Tensor y = o.in().get(1);
        List<Expr> terms = new ArrayList<>();
        for (int i = 0; i < y.dim(2); i++) {
            for (int j = 0; j < y.dim(3); j++) {
                int[] at = {index[0], index[1], i, j};
                if (Arrays.equals(winner(x, at), index)) {
                    terms.add(o.ref(2, at));
                }
            }
        }
        return new Expr.Sum(terms);
    }

    private int[] winner(Tensor x, int[] place) {
        int[] best = null;
        for (int[] at : MaxPool2d.under(window, x, place)) {
            if (best == null || x.get(x.offset(at)) > x.get(x.offset(best))) {
                best = at;
            }
        }
        return best == null ? new int[0] : best;
    }
}
