package io.netwright.op;

import io.netwright.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/// What several derivatives share.
final class Grads {

    private Grads() {}

    /// Ops that only occur in backward passes have no derivative of their own: nothing here trains through a gradient.
    static IllegalStateException noSecondOrder(Op op) {
        return new IllegalStateException(op.name() + " stands in a backward pass and is not differentiated again");
    }

    /// The gradient of an operand that was repeated to the size of the output: the sum over the repeats.
    static Value sumTo(Graph g, String label, Value grad, Shape shape) {
        if (grad.shape().equals(shape)) {
            return grad;
        }
        int lead = grad.shape().rank() - shape.rank();
        List<Integer> axes = new ArrayList<>();
        for (int axis = 0; axis < grad.shape().rank(); axis++) {
            if (axis < lead || shape.raw(axis - lead) == 1 && grad.shape().raw(axis) != 1) {
                axes.add(axis);
            }
        }
        Value sum = axes.isEmpty() ? grad : g.apply(label, new Reduce(Reduce.Kind.SUM, axes, 0), grad);
        return sum.shape().equals(shape) ? sum : g.reshape(label, sum, shape);
    }
}
