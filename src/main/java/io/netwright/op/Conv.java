package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.Kernels;
import io.netwright.tensor.kernel.Window;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cross-correlation over one, two or three axes: `(N, C, H, W)` with weights `(F, C / groups, kh, kw)` gives
/// `(N, F, H', W')`.
public record Conv(Window window, int groups) implements Op {

    @Override
    public String name() {
        return "Conv" + window.axes() + "d";
    }

    @Override
    public Shape infer(List<Shape> in) {
        Shape x = in.get(0);
        Shape w = in.get(1);
        boolean fits = x.rank() == w.rank()
                && Grid.areWeights(window, w)
                && w.size(1) * groups == x.size(1)
                && w.size(0) % groups == 0;
        if (!fits) {
            throw new ShapeException(Message.of("op.problem.conv", x.toString(), w.toString()));
        }
        return Grid.placed(x, w.size(0), window);
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        Kernels.of(out).conv(window, groups, in[0], in[1], out);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        Value x = in.get(0);
        Value w = in.get(1);
        return List.of(
                g.apply("d" + x.label(), new ConvInputGrad(window, groups, x.shape()), w, grad),
                g.apply("d" + w.label(), new ConvWeightGrad(window, groups, w.shape()), x, grad));
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        Tensor x = o.in().get(0);
        int perGroup = o.in().get(1).dim(1);
        int group = index[1] / (o.out().dim(1) / groups);
        List<Expr> terms = new ArrayList<>();
        for (int c = 0; c < perGroup; c++) {
            for (int[] tap : Grid.taps(window)) {
                int[] at = Grid.seen(window, x, index, group * perGroup + c, tap);
                if (at != null) {
                    terms.add(Expr.product(o.ref(0, at), o.ref(1, Grid.weight(index[1], c, tap))));
                }
            }
        }
        return new Expr.Sum(terms);
    }

    @Override
    public long flops(List<Shape> in, Shape out) {
        return 2L * out.elementsPerSample() * in.get(1).size(1) * window.area();
    }
}
