package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.SequenceKernels;
import io.netwright.text.Message;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks up a row of a table for each token: a table `(V, E)` and tokens `(N, T)` give `(N, T, E)`.
public record Embedding() implements SequenceOp {

    @Override
    public Shape infer(List<Shape> in) {
        Shape table = in.get(0);
        if (table.rank() != 2 || table.isBatched()) {
            throw new ShapeException(Message.of("op.problem.embedding", table.toString()));
        }
        int[] tokens = in.get(1).raw();
        int[] sizes = Arrays.copyOf(tokens, tokens.length + 1);
        sizes[tokens.length] = table.size(1);
        return Shape.of(sizes);
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        SequenceKernels.of(out).embedding(in[0], in[1], out);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        Value table = in.getFirst();
        EmbeddingGrad op = new EmbeddingGrad(table.shape().size(0));
        return Arrays.asList(g.apply("d" + table.label(), op, in.get(1), grad), null);
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        int last = index.length - 1;
        Tensor tokens = o.in().get(1);
        int token = (int) tokens.get(tokens.offset(Arrays.copyOf(index, last)));
        return o.ref(0, token, index[last]);
    }

    @Override
    public long flops(List<Shape> in, Shape out) {
        return 0;
    }
}
