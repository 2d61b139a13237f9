package io.netwright.op;

import io.netwright.tensor.Shape;
import io.netwright.tensor.kernel.BinaryFn;
import io.netwright.tensor.kernel.UnaryFn;
import java.util.List;

/// Something that ops can be added to. Layers and derivatives say what they compute through this.
public interface Graph {

    /// Adds an op.
    ///
    /// @param label how formulas name the result
    /// @return the op's output
    /// @throws ShapeException where the operands do not fit
    Value apply(String label, Op op, List<Value> inputs);

    default Value apply(String label, Op op, Value... inputs) {
        return apply(label, op, List.of(inputs));
    }

    default Value matmul(String label, Value a, Value b) {
        return apply(label, new MatMul(false, false), a, b);
    }

    default Value add(String label, Value a, Value b) {
        return apply(label, new Binary(BinaryFn.ADD), a, b);
    }

    default Value sub(String label, Value a, Value b) {
        return apply(label, new Binary(BinaryFn.SUB), a, b);
    }

    default Value mul(String label, Value a, Value b) {
        return apply(label, new Binary(BinaryFn.MUL), a, b);
    }

    default Value unary(String label, UnaryFn fn, Value x) {
        return apply(label, new Unary(fn, fn.defaultAlpha()), x);
    }

    /// @return `scale * x + shift`
    default Value affine(String label, Value x, double scale, double shift) {
        return apply(label, new Affine(scale, shift), x);
    }

    default Value reshape(String label, Value x, Shape shape) {
        return apply(label, new Reshape(shape), x);
    }
}
