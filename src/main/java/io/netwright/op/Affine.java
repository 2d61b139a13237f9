package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.Kernels;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `scale * x + shift` with constants.
public record Affine(double scale, double shift) implements Op {

    @Override
    public Shape infer(List<Shape> in) {
        return in.getFirst();
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        Kernels.of(out).affine(scale, shift, in[0], out);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        return List.of(scale == 1 ? grad : g.affine("d" + in.getFirst().label(), grad, scale, 0));
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        List<Expr> factors = new ArrayList<>();
        if (scale != 1) {
            factors.add(Expr.num(scale));
        }
        factors.add(o.ref(0, index));
        Expr scaled = factors.size() == 1 ? factors.getFirst() : new Expr.Product(factors);
        return shift == 0 ? scaled : Expr.sum(scaled, Expr.num(shift));
    }
}
