package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.SequenceKernels;
import io.netwright.text.Message;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The same numbers with their axes in another order: axis `i` of the result is axis `axes.get(i)` of what came in.
public record Permute(List<Integer> axes) implements SequenceOp {

    public Permute {
        axes = List.copyOf(axes);
    }

    @Override
    public Shape infer(List<Shape> in) {
        Shape x = in.getFirst();
        boolean complete = axes.stream()
                .sorted()
                .toList()
                .equals(IntStream.range(0, x.rank()).boxed().toList());
        if (!complete) {
            throw new ShapeException(Message.of("op.problem.axes", axes.toString(), x.toString()));
        }
        return Shape.of(axes.stream().mapToInt(x::raw).toArray());
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        SequenceKernels.of(out).permute(axes, in[0], out);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        List<Integer> back =
                IntStream.range(0, axes.size()).map(axes::indexOf).boxed().toList();
        return List.of(g.apply("d" + in.getFirst().label(), new Permute(back), grad));
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        int[] at = new int[index.length];
        for (int i = 0; i < index.length; i++) {
            at[axes.get(i)] = index[i];
        }
        return o.ref(0, at);
    }

    @Override
    public long flops(List<Shape> in, Shape out) {
        return 0;
    }
}
