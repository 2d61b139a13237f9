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

/// The derivative of [Conv] for its input: from w and dy to dx. In a forward pass it is the transposed convolution,
/// which goes from the small image to the large one.
///
/// @param input the shape of dx
public record ConvInputGrad(Window window, int groups, Shape input) implements Op {

    @Override
    public String name() {
        return "ConvTranspose" + window.axes() + "d";
    }

    @Override
    public Shape infer(List<Shape> in) {
        Shape w = in.get(0);
        Shape dy = in.get(1);
        boolean fits = Grid.areWeights(window, w)
                && dy.rank() == w.rank()
                && w.size(0) % groups == 0
                && w.size(1) * groups == input.size(1)
                && Grid.placed(input, w.size(0), window).equals(dy);
        if (!fits) {
            throw new ShapeException(Message.of("op.problem.conv", dy.toString(), w.toString()));
        }
        return input;
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        Kernels.of(out).convInputGrad(window, groups, in[0], in[1], out);
    }

    /// It is linear in both operands, and the convolution is its own derivative's derivative.
    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        Value w = in.get(0);
        Value dy = in.get(1);
        return List.of(
                g.apply("d" + w.label(), new ConvWeightGrad(window, groups, w.shape()), grad, dy),
                g.apply("d" + dy.label(), new Conv(window, groups), grad, w));
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        Tensor w = o.in().get(0);
        Tensor dy = o.in().get(1);
        int filters = w.dim(0) / groups;
        int group = index[1] / w.dim(1);
        List<Expr> terms = new ArrayList<>();
        for (int f = group * filters; f < (group + 1) * filters; f++) {
            for (int[] tap : Grid.taps(window)) {
                int[] at = Grid.seeing(window, dy, index, f, tap);
                if (at != null) {
                    terms.add(Expr.product(o.ref(1, at), o.ref(0, Grid.weight(f, index[1] - group * w.dim(1), tap))));
                }
            }
        }
        return new Expr.Sum(terms);
    }

    @Override
    public long flops(List<Shape> in, Shape out) {
        return 2L * in.get(1).elementsPerSample() * in.get(0).size(1) * window.area();
    }
}
