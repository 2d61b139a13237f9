package io.netwright.op;

import static io.netwright.tensor.kernel.SplitMix.mix;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.Kernels;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A mask of 0 (with probability `rate`) and `1 / (1 - rate)`.
///
/// Each element is a pure function of seed, step, instruction and the element's place in the whole batch, so a step can
/// be run again, backwards in time or sharded over threads, and draws the same mask.
///
/// @param shape the shape of what is masked
public record RandomMask(double rate, Shape shape) implements Op {

    @Override
    public Shape infer(List<Shape> in) {
        return shape;
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        Kernels.of(out).randomMask(key(run, shape), rate, out);
    }

    /// @return from what the first element of this part of the batch is drawn; the elements behind it count on
    static long key(Run run, Shape shape) {
        long first = shape.isBatched() ? (long) run.firstSample() * shape.elementsPerSample() : 0;
        return mix(mix(mix(run.seed()) + run.step()) + run.instruction()) + first;
    }

    @Override
    public boolean draws() {
        return true;
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        return List.of();
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        double value = o.out().get(o.out().offset(index));
        return value == 0 ? Expr.num(0) : Expr.over(Expr.num(1), Expr.minus(Expr.num(1), Expr.num(rate)));
    }
}
