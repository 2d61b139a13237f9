package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The derivative of [Ctc]: from z, y and dℓ to `dz = dℓ (softmax(z) - share)`, where a class's share at a step is the
/// probability that the way which the labels took gives that class there (equation 16 of Graves et al., ICML 2006).
/// Where the labels do not fit into the steps, it is 0.
public record CtcGrad(int blank) implements SequenceOp {

    @Override
    public Shape infer(List<Shape> in) {
        return in.getFirst();
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        int samples = in[0].dim(0);
        int width = out.size() / samples;
        int classes = in[0].dim(2);
        for (int n = 0; n < samples; n++) {
            CtcPaths paths = CtcPaths.of(in[0], in[1], n, blank);
            double grad = paths.isPossible() ? in[2].get(n) : 0;
            for (int i = 0; i < width; i++) {
                int t = i / classes;
                int k = i % classes;
                out.set(n * width + i, grad == 0 ? 0 : grad * (paths.probability(t, k) - share(paths, t, k)));
            }
        }
    }

    private static double share(CtcPaths paths, int t, int k) {
        double sum = 0;
        for (int s = 0; s < paths.places(); s++) {
            if (paths.label(s) == k) {
                sum += paths.share(t, s);
            }
        }
        return sum;
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        throw Grads.noSecondOrder(this);
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        CtcPaths paths = CtcPaths.of(o.in().get(0), o.in().get(1), index[0], blank);
        if (!paths.isPossible()) {
            return Expr.num(0);
        }
        List<Expr> shares = new ArrayList<>();
        for (int s = 0; s < paths.places(); s++) {
            if (paths.label(s) == index[2]) {
                shares.add(Expr.num(paths.share(index[1], s)));
            }
        }
        Expr probability = Softmax.probability(o, o.out().offset(index));
        Expr difference = shares.isEmpty() ? probability : Expr.minus(probability, Expr.sum(shares));
        return Expr.product(o.flat(2, index[0]), difference);
    }

    @Override
    public long flops(List<Shape> in, Shape out) {
        return new Ctc(blank, false).flops(in, out);
    }
}
