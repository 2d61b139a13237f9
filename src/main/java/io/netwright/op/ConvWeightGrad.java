package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.Kernels;
import io.netwright.tensor.kernel.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The derivative of [Conv] for its weights: from x and dy to dw.
///
/// @param weight the shape of dw
public record ConvWeightGrad(Window window, int groups, Shape weight) implements Op {

    @Override
    public Shape infer(List<Shape> in) {
        return weight;
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        Kernels.of(out).convWeightGrad(window, groups, in[0], in[1], out);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        throw Grads.noSecondOrder(this);
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        Tensor x = o.in().get(0);
        Tensor dy = o.in().get(1);
        int group = index[0] / (weight.size(0) / groups);
        int channel = group * weight.size(1) + index[1];
        int[] tap = Arrays.copyOfRange(index, 2, index.length);
        int[] places = dy.dims();
        places[1] = 1;
        List<Expr> terms = new ArrayList<>();
        for (int[] place : Grid.indices(places)) {
            place[1] = index[0];
            int[] at = Grid.seen(window, x, place, channel, tap);
            if (at != null) {
                terms.add(Expr.product(o.ref(0, at), o.ref(1, place)));
            }
        }
        return new Expr.Sum(terms);
    }

    @Override
    public long flops(List<Shape> in, Shape out) {
        return 2L * in.get(1).elementsPerSample() * weight.size(1) * window.area();
    }
}
