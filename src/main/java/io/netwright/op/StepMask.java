package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.text.Message;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which steps count: 1, or 0 where all numbers of a step are `value`, which stands for "nothing here". Steps of
/// features `(N, T, F)` or tokens `(N, T)` give `(N, T)`. It has no derivative.
public record StepMask(double value) implements SequenceOp {

    @Override
    public Shape infer(List<Shape> in) {
        Shape x = in.getFirst();
        if (x.rank() != 2 && x.rank() != 3) {
            throw new ShapeException(Message.of("op.problem.steps", x.toString()));
        }
        return Shape.of(x.raw(0), x.raw(1));
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        int width = in[0].size() / out.size();
        for (int i = 0; i < out.size(); i++) {
            out.set(i, counts(in[0], i, width) ? 1 : 0);
        }
    }

    private boolean counts(Tensor x, int step, int width) {
        for (int k = 0; k < width; k++) {
            if (x.get(step * width + k) != value) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        return Arrays.asList((Value) null);
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        return Expr.num(o.out().get(o.out().offset(index)));
    }
}
