package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
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
        long key = mix(mix(mix(run.seed()) + run.step()) + run.instruction());
        long first = shape.isBatched() ? (long) run.firstSample() * shape.elementsPerSample() : 0;
        double kept = 1 / (1 - rate);
        for (int i = 0; i < out.size(); i++) {
            double uniform = (mix(key + first + i) >>> 11) * 0x1p-53;
            out.set(i, uniform < rate ? 0 : kept);
        }
    }

    /// The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014) on the golden-ratio sequence.
    private static long mix(long x) {
        long z = x * 0x9e3779b97f4a7c15L + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
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
