package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.Kernels;
import io.netwright.tensor.kernel.Window2d;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 2-D cross-correlation: `(N, C, H, W)` with weights `(F, C / groups, kh, kw)` gives `(N, F, H', W')`.
public record Conv2d(Window2d window, int groups) implements Op {

    @Override
    public Shape infer(List<Shape> in) {
        Shape x = in.get(0);
        Shape w = in.get(1);
        boolean fits = x.rank() == 4
                && w.rank() == 4
                && w.size(1) * groups == x.size(1)
                && w.size(0) % groups == 0
                && w.size(2) == window.kernelH()
                && w.size(3) == window.kernelW();
        if (!fits) {
            throw new ShapeException(Message.of("op.problem.conv", x.toString(), w.toString()));
        }
        return placed(x, w.size(0), window);
    }

    /// @return `(N, channels, H', W')` for the places that the window has in `x`
    static Shape placed(Shape x, int channels, Window2d window) {
        int h = window.outH(x.size(2));
        int w = window.outW(x.size(3));
        if (h < 1 || w < 1) {
            throw new ShapeException(Message.of("op.problem.window", window.kernelH(), window.kernelW(), x.toString()));
        }
        return Shape.of(x.raw(0), channels, h, w);
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        Kernels.of(out).conv2d(window, groups, in[0], in[1], out);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        Value x = in.get(0);
        Value w = in.get(1);
        return List.of(
                g.apply("d" + x.label(), new Conv2dInputGrad(window, groups, x.shape()), w, grad),
                g.apply("d" + w.label(), new Conv2dWeightGrad(window, groups, w.shape()), x, grad));
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        Tensor x = o.in().get(0);
        int perGroup = o.in().get(1).dim(1);
        int group = index[1] / (o.out().dim(1) / groups);
        List<Expr> terms = new ArrayList<>();
        for (int c = 0; c < perGroup; c++) {
            for (int u = 0; u < window.kernelH(); u++) {
                int row = index[2] * window.strideH() + u * window.dilationH() - window.padTop();
                for (int v = 0; v < window.kernelW(); v++) {
                    int col = index[3] * window.strideW() + v * window.dilationW() - window.padLeft();
                    if (row >= 0 && row < x.dim(2) && col >= 0 && col < x.dim(3)) {
                        terms.add(Expr.product(
                                o.ref(0, index[0], group * perGroup + c, row, col), o.ref(1, index[1], c, u, v)));
                    }
                }
            }
        }
        return new Expr.Sum(terms);
    }

    @Override
    public long flops(List<Shape> in, Shape out) {
        Shape w = in.get(1);
        return 2L * out.elementsPerSample() * w.size(1) * w.size(2) * w.size(3);
    }
}
