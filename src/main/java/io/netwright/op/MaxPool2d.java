package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Expr.Fn;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.Kernels;
import io.netwright.tensor.kernel.Window2d;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The largest value under each place of a window, channel by channel.
public record MaxPool2d(Window2d window) implements Op {

    @Override
    public Shape infer(List<Shape> in) {
        Shape x = in.getFirst();
        if (x.rank() != 4) {
            throw new ShapeException(Message.of("op.problem.window", window.kernelH(), window.kernelW(), x.toString()));
        }
        return Conv2d.placed(x, x.size(1), window);
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        Kernels.of(out).maxPool2d(window, in[0], out);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        Value x = in.getFirst();
        return List.of(g.apply("d" + x.label(), new MaxPool2dGrad(window), x, out, grad));
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        List<Expr> seen = new ArrayList<>();
        for (int[] at : under(window, o.in().getFirst(), index)) {
            seen.add(o.ref(0, at));
        }
        return new Expr.Call(Fn.MAX, seen);
    }

    /// @return the elements of `x` under the window that gives output `index`, in the order in which they are looked at
    static List<int[]> under(Window2d window, Tensor x, int[] index) {
        List<int[]> seen = new ArrayList<>();
        for (int u = 0; u < window.kernelH(); u++) {
            int row = index[2] * window.strideH() + u * window.dilationH() - window.padTop();
            for (int v = 0; v < window.kernelW(); v++) {
                int col = index[3] * window.strideW() + v * window.dilationW() - window.padLeft();
                if (row >= 0 && row < x.dim(2) && col >= 0 && col < x.dim(3)) {
                    seen.add(new int[] {index[0], index[1], row, col});
                }
            }
        }
        return seen;
    }

    @Override
    public long flops(List<Shape> in, Shape out) {
        return (long) out.elementsPerSample() * window.area();
    }
}
