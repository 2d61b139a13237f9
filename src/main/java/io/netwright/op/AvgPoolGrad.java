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

/// The derivative of [AvgPool]: from dy to dx; each window's gradient is shared out evenly.
///
/// @param input the shape of dx
public record AvgPoolGrad(Window window, boolean countPadding, Shape input) implements Op {

    @Override
    public Shape infer(List<Shape> in) {
        return input;
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        Kernels.of(out).avgPoolGrad(window, countPadding, in[0], out);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        throw Grads.noSecondOrder(this);
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        Tensor dy = o.in().getFirst();
        List<Expr> shares = new ArrayList<>();
        for (int[] tap : Grid.taps(window)) {
            int[] place = Grid.seeing(window, dy, index, index[1], tap);
            if (place != null) {
                shares.add(Expr.over(o.ref(0, place), Expr.num(countPadding ? window.area() : seen(o.out(), place))));
            }
        }
        return new Expr.Sum(shares);
    }

    /// @return how many elements of the input the window sees at a place
    private int seen(Tensor dx, int[] place) {
        return (int) Grid.taps(window).stream()
                .filter(tap -> Grid.seen(window, dx, place, place[1], tap) != null)
                .count();
    }
}
