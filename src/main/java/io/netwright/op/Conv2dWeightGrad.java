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

/// The derivative of [Conv2d] for its weights: from x and dy to dw.
///
/// @param weight the shape of dw
public record Conv2dWeightGrad(Window2d window, int groups, Shape weight) implements Op {

    @Override
    public Shape infer(List<Shape> in) {
        return weight;
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        Kernels.of(out).conv2dWeightGrad(window, groups, in[0], in[1], out);
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
        List<Expr> terms = new ArrayList<>();
        for (int n = 0; n < x.dim(0); n++) {
            for (int i = 0; i < dy.dim(2); i++) {
                int row = i * window.strideH() + index[2] * window.dilationH() - window.padTop();
                for (int j = 0; j < dy.dim(3); j++) {
                    int col = j * window.strideW() + index[3] * window.dilationW() - window.padLeft();
                    if (row >= 0 && row < x.dim(2) && col >= 0 && col < x.dim(3)) {
                        terms.add(Expr.product(o.ref(0, n, channel, row, col), o.ref(1, n, index[0], i, j)));
                    }
                }
            }
        }
        return new Expr.Sum(terms);
    }

    @Override
    public long flops(List<Shape> in, Shape out) {
        return 2L * in.get(1).elementsPerSample() * weight.size(1) * weight.size(2) * weight.size(3);
    }
}
