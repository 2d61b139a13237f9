package io.netwright.op;

import static io.netwright.tensor.kernel.SplitMix.mix;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Numbers from the standard normal distribution, drawn as [RandomMask] draws: each is a pure function of seed, step,
/// instruction and the element's place in the whole batch.
///
/// @param shape the shape of what they are added to
public record RandomNormal(Shape shape) implements Op {

    @Override
    public Shape infer(List<Shape> in) {
        return shape;
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        long key = RandomMask.key(run, shape);
        for (int i = 0; i < out.size(); i++) {
            out.set(i, normal(mix(key + i)));
        }
    }

    /// The transform of Box and Muller (1958): a radius from 53 random bits, an angle from as many others.
    private static double normal(long bits) {
        double radius = Math.sqrt(-2 * Math.log(((bits >>> 11) + 0.5) * 0x1p-53));
        double angle = 2 * Math.PI * (mix(bits) >>> 11) * 0x1p-53;
        return radius * Math.cos(angle);
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
        return Expr.num(o.out().get(o.out().offset(index)));
    }
}
