package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.Kernels;
import io.netwright.tensor.kernel.Window;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The derivative of [MaxPool]: from x, y and dy to dx; each window's gradient goes to its first largest element.
public record MaxPoolGrad(Window window) implements Op {

    @Override
    public Shape infer(List<Shape> in) {
        return in.getFirst();
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        Kernels.of(out).maxPoolGrad(window, in[0], in[1], in[2], out);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        throw Grads.noSecondOrder(this);
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        Tensor x = o.in().get(0);
        Tensor dy = o.in().get(2);
        MaxPool pool = new MaxPool(window);
        List<Expr> terms = new ArrayList<>();
        for (int[] tap : Grid.taps(window)) {
            int[] place = Grid.seeing(window, dy, index, index[1], tap);
            if (place != null && pool.winner(x, place) == x.offset(index)) {
                terms.add(o.ref(2, place));
            }
        }
        return new Expr.Sum(terms);
    }
}
