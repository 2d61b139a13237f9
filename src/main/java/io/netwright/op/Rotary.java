package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.SequenceKernels;
import io.netwright.text.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns the pairs of numbers of each head by angles that grow with the step, so that the product of a query and a key
/// depends on how far apart they are (Su et al., RoFormer, 2021). In step t, pair i of a head of depth d is turned by
/// `t / base^(2i/d)`.
///
/// @param heads       heads side by side in the last axis
/// @param interleaved whether a pair stands side by side, as in the paper, rather than half a head apart
/// @param back        whether it turns the other way, which is its derivative
public record Rotary(int heads, double base, boolean interleaved, boolean back) implements SequenceOp {

    @Override
    public Shape infer(List<Shape> in) {
        Shape x = in.getFirst();
        if (x.rank() != 3 || x.size(2) % (2 * heads) != 0) {
            throw new ShapeException(Message.of("op.problem.rotary", x.toString(), heads));
        }
        return x;
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        int depth = out.cols() / heads;
        double[] sines = new double[out.cols()];
        double[] cosines = new double[out.cols()];
        int[] partners = new int[out.cols()];
        for (int k = 0; k < partners.length; k++) {
            partners[k] = partner(k, depth);
        }
        for (int t = 0; t < out.dim(1); t++) {
            for (int k = 0; k < partners.length; k++) {
                cosines[k] = cosine(t, k, depth);
                sines[k] = sine(t, k, depth);
            }
            SequenceKernels.of(out).turn(t, cosines, sines, partners, in[0], out);
        }
    }

    private int pair(int column, int depth) {
        int k = column % depth;
        return interleaved ? k / 2 : k % (depth / 2);
    }

    private boolean isFirst(int column, int depth) {
        int k = column % depth;
        return interleaved ? k % 2 == 0 : k < depth / 2;
    }

    private double angle(int t, int column, int depth) {
        return t / Math.pow(base, 2.0 * pair(column, depth) / depth);
    }

    /// @return the column that column `column` is turned with
    public int partner(int column, int depth) {
        int apart = interleaved ? 1 : depth / 2;
        return isFirst(column, depth) ? column + apart : column - apart;
    }

    /// @return what a column itself is multiplied by in step `t`
    public double cosine(int t, int column, int depth) {
        return Math.cos(angle(t, column, depth));
    }

    /// @return what its partner is multiplied by before it is added
    public double sine(int t, int column, int depth) {
        double sine = Math.sin(angle(t, column, depth));
        return isFirst(column, depth) == back ? sine : -sine;
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        return List.of(g.apply("d" + in.getFirst().label(), new Rotary(heads, base, interleaved, !back), grad));
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        int depth = o.out().cols() / heads;
        int[] other = index.clone();
        other[2] = partner(index[2], depth);
        return Expr.sum(
                Expr.product(o.ref(0, index), Expr.num(cosine(index[1], index[2], depth))),
                Expr.product(o.ref(0, other), Expr.num(sine(index[1], index[2], depth))));
    }

    @Override
    public long flops(List<Shape> in, Shape out) {
        return 3L * out.elementsPerSample();
    }
}
