package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.Kernels;
import io.netwright.tensor.kernel.Window2d;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The derivative of [Conv2d] for its input: from w and dy to dx.
///
/// @param input the shape of dx
public record Conv2dInputGrad(Window2d window, int groups, Shape input) implements Op {

    @Override
    public Shape infer(List<Shape> in) {
        return input;
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        Kernels.of(out).conv2dInputGrad(window, groups, in[0], in[1], out);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        throw Grads.noSecondOrder(this);
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        Tensor w = o.in().get(0);
        Tensor dy = o.in().get(1);
        int filters = w.dim(0) / groups;
        int group = index[1] / w.dim(1);
        List<Expr> terms = new ArrayList<>();
        for (int f = group * filters; f < (group + 1) * filters; f++) {
            for (int u = 0; u < window.kernelH(); u++) {
                int i = place(index[2] + window.padTop() - u * window.dilationH(), window.strideH(), dy.dim(2));
                for (int v = 0; v < window.kernelW(); v++) {
                    int j = place(index[3] + window.padLeft() - v * window.dilationW(), window.strideW(), dy.dim(3));
                    if (i >= 0 && j >= 0) {
                        terms.add(Expr.product(
                                o.ref(1, index[0], f, i, j), o.ref(0, f, index[1] - group * w.dim(1), u, v)));
                    }
                }
            }
        }
        return new Expr.Sum(terms);
    }

    /// @return which place of the window begins at `start`; -1 where none does
    private static int place(int start, int stride, int places) {
        return start >= 0 && start % stride == 0 && start / stride < places ? start / stride : -1;
    }

    @Override
    public long flops(List<Shape> in, Shape out) {
        Shape w = in.get(0);
        return 2L * in.get(1).elementsPerSample() * w.size(1) * w.size(2) * w.size(3);
    }
}
