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

/// The mean of the values under each place of a window without dilation, channel by channel.
///
/// @param countPadding whether padding counts as zeros; otherwise the mean is over what the window sees of the input
public record AvgPool(Window window, boolean countPadding) implements Op {

    public AvgPool {
        if (window.dilation().stream().anyMatch(d -> d != 1)) {
            throw new IllegalArgumentException("an average over a window with gaps");
        }
    }

    @Override
    public String name() {
        return "AvgPool" + window.axes() + "d";
    }

    @Override
    public Shape infer(List<Shape> in) {
        Shape x = in.getFirst();
        return Grid.placed(x, x.rank() > 1 ? x.size(1) : 1, window);
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        Kernels.of(out).avgPool(window, countPadding, in[0], out);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        Value x = in.getFirst();
        return List.of(g.apply("d" + x.label(), new AvgPoolGrad(window, countPadding, x.shape()), grad));
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        Tensor x = o.in().getFirst();
        List<Expr> seen = new ArrayList<>();
        for (int[] tap : Grid.taps(window)) {
            int[] at = Grid.seen(window, x, index, index[1], tap);
            if (at != null) {
                seen.add(o.ref(0, at));
            }
        }
        return Expr.over(new Expr.Sum(seen), Expr.num(countPadding ? window.area() : seen.size()));
    }

    @Override
    public long flops(List<Shape> in, Shape out) {
        return (long) out.elementsPerSample() * window.area();
    }
}
