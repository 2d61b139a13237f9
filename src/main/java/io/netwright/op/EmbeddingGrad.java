package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.SequenceKernels;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The derivative of [Embedding] with respect to its table, from the tokens and dy: each row of the table gets the sum
/// of the gradients of the places where its token stands.
///
/// @param vocabulary rows of the table
public record EmbeddingGrad(int vocabulary) implements SequenceOp {

    @Override
    public Shape infer(List<Shape> in) {
        return Shape.of(vocabulary, in.get(1).size(-1));
    }

    @Override
    public void run(Tensor[] in, Tensor out, Run run) {
        SequenceKernels.of(out).embeddingGrad(in[0], in[1], out);
    }

    @Override
    public List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad) {
        throw Grads.noSecondOrder(this);
    }

    @Override
    public Expr explain(Operands o, int[] index) {
        Tensor tokens = o.in().getFirst();
        List<Expr> terms = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if ((int) tokens.get(i) == index[0]) {
                terms.add(o.flat(1, i * o.out().cols() + index[1]));
            }
        }
        return new Expr.Sum(terms);
    }

    @Override
    public long flops(List<Shape> in, Shape out) {
        return in.get(1).elementsPerSample();
    }
}
