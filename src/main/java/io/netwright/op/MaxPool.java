package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Expr.Fn;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.Kernels;
import io.netwright.tensor.kernel.Window;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The largest value under each place of a window, channel by channel.
public record MaxPool(Window window) implements Op {

    @Override
    public String name() {
        return "MaxPool" + window.axes() + "d";
    }

    @Override
    public Shape infer(List<Shape> in) {
        Shape x = in.getFirst();
        return Grid.placed(x, x.rank() > 1 ? x.size(1) : 1, window);
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        Kernels.of(out).maxPool(window, in[0], out);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        Value x = in.getFirst();
        return List.of(g.apply("d" + x.label(), new MaxPoolGrad(window), x, out, grad));
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        List<Expr> seen = new ArrayList<>();
        for (int[] at : under(o.in().getFirst(), index)) {
            seen.add(o.ref(0, at));
        }
        return new Expr.Call(Fn.MAX, seen);
    }

    /// @return the elements of `x` under the window that gives output `index`, in the order in which they are looked at
    List<int[]> under(Tensor x, int[] index) {
        List<int[]> seen = new ArrayList<>();
        for (int[] tap : Grid.taps(window)) {
            int[] at = Grid.seen(window, x, index, index[1], tap);
            if (at != null) {
                seen.add(at);
            }
        }
        return seen;
    }

    /// @return the row-major place in `x` of the first largest element under the window that gives output `index`
    public int winner(Tensor x, int[] index) {
        int best = -1;
        for (int[] at : under(x, index)) {
            int place = x.offset(at);
            if (best < 0 || x.get(place) > x.get(best)) {
                best = place;
            }
        }
        return best;
    }

    @Override
    public long flops(List<Shape> in, Shape out) {
        return (long) out.elementsPerSample() * window.area();
    }
}
