package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.Kernels;
import io.netwright.tensor.kernel.Stretch;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Images made larger by whole factors: each pixel repeated, or linear between the centres of pixels (PyTorch's
/// `align_corners=False`, ONNX's `half_pixel`).
///
/// @param rows   how many rows each row becomes
/// @param cols   how many columns each column becomes
/// @param linear whether to interpolate rather than repeat
public record Upsample(int rows, int cols, boolean linear) implements Op {

    @Override
    public Shape infer(List<Shape> in) {
        Shape x = in.getFirst();
        if (x.rank() != 4) {
            throw new ShapeException(Message.of("op.problem.window", rows + " × " + cols, x.toString()));
        }
        return x.with(2, x.size(2) * rows).with(3, x.size(3) * cols);
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        Kernels.of(out).upsample(rows, cols, linear, in[0], out);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        Value x = in.getFirst();
        return List.of(g.apply("d" + x.label(), new UpsampleGrad(rows, cols, linear, x.shape()), grad));
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        Tensor x = o.in().getFirst();
        Stretch down = new Stretch(x.dim(2), rows, linear);
        Stretch across = new Stretch(x.dim(3), cols, linear);
        List<Expr> terms = new ArrayList<>();
        for (int i = down.first(index[2]); i <= down.last(index[2]); i++) {
            for (int j = across.first(index[3]); j <= across.last(index[3]); j++) {
                double weight = down.weight(index[2], i) * across.weight(index[3], j);
                Expr pixel = o.ref(0, index[0], index[1], i, j);
                terms.add(weight == 1 ? pixel : Expr.product(Expr.num(weight), pixel));
            }
        }
        return terms.size() == 1 ? terms.getFirst() : new Expr.Sum(terms);
    }

    @Override
    public long flops(List<Shape> in, Shape out) {
        return linear ? 8L * out.elementsPerSample() : 0;
    }
}
