package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Expr.Fn;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.SequenceKernels;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// From scores `(N, H, T, S)` to how much each step t attends to each step s: the softmax of the scaled scores over the
/// steps that t may see, and 0 for the others. A mask `(N, S)` as second operand is 0 for steps that nobody may see,
/// such as padding. A step that may see none attends to none.
///
/// @param scale  what the scores are multiplied by first
/// @param causal whether step t sees the steps up to t only
public record AttentionSoftmax(double scale, boolean causal) implements SequenceOp {

    @Override
    public String name() {
        return "Softmax";
    }

    @Override
    public Shape infer(List<Shape> in) {
        Shape x = in.getFirst();
        boolean fits = x.rank() == 4 && (in.size() == 1 || in.get(1).equals(Shape.of(x.raw(0), x.raw(3))));
        if (!fits) {
            throw new ShapeException(
                    Message.of("op.problem.mask", x.toString(), in.getLast().toString()));
        }
        return x;
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        SequenceKernels.of(out).attentionSoftmax(scale, causal, in[0], in.length > 1 ? in[1] : null, out);
    }

    /// The unseen have probability 0, and with it the derivative 0.
    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        String dx = "d" + in.getFirst().label();
        Value unscaled = g.apply(dx, new SoftmaxGrad(), out, grad);
        Value x = scale == 1 ? unscaled : g.affine(dx, unscaled, scale, 0);
        return in.size() == 1 ? List.of(x) : Arrays.asList(x, null);
    }

    /// @param index one number an axis of the scores: sample, head, query, key
    /// @return whether the query may attend to the key
    public boolean sees(Operands o, int... index) {
        return sees(o, index, index[3]);
    }

    private boolean sees(Operands o, int[] index, int s) {
        boolean masked = o.in().size() > 1 && o.in().get(1).get(o.in().get(1).offset(index[0], s)) == 0;
        return !masked && (!causal || s <= index[2]);
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        if (!sees(o, index, index[3])) {
            return Expr.num(0);
        }
        Tensor x = o.in().getFirst();
        int first = x.offset(index) - index[3];
        int largest = index[3];
        for (int s = 0; s < x.cols(); s++) {
            if (sees(o, index, s) && x.get(first + s) > x.get(first + largest)) {
                largest = s;
            }
        }
        List<Expr> terms = new ArrayList<>();
        for (int s = 0; s < x.cols(); s++) {
            if (sees(o, index, s)) {
                terms.add(shifted(o, first + s, first + largest));
            }
        }
        return Expr.over(shifted(o, first + index[3], first + largest), new Expr.Sum(terms));
    }

    private Expr shifted(Operands o, int i, int largest) {
        Expr difference = Expr.minus(o.flat(0, i), o.flat(0, largest));
        return Expr.call(Fn.EXP, scale == 1 ? difference : Expr.product(Expr.num(scale), difference));
    }

    @Override
    public long flops(List<Shape> in, Shape out) {
        return 5L * out.elementsPerSample();
    }
}
