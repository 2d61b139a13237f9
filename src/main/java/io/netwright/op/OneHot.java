package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// For each class index a row with a 1 in the column of the class and zeros elsewhere.
///
/// @param classes how many columns there are
public record OneHot(int classes) implements Op {

    @Override
    public Shape infer(List<Shape> in) {
        int[] rows = in.getFirst().raw();
        int[] sizes = Arrays.copyOf(rows, rows.length + 1);
        sizes[rows.length] = classes;
        return Shape.of(sizes);
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        out.fill(0);
        for (int row = 0; row < in[0].size(); row++) {
            out.set(row * classes + (int) in[0].get(row), 1);
        }
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        return Collections.singletonList(null);
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        int flat = o.out().offset(index);
        boolean isClass = (int) o.in().getFirst().get(flat / classes) == flat % classes;
        return Expr.num(isClass ? 1 : 0);
    }

    @Override
    public long flops(List<Shape> in, Shape out) {
        return 0;
    }
}
