package io.netwright.op;

import io.netwright.op.explain.Expr;
import io.netwright.op.explain.Operands;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A primitive computation: one output tensor from some input tensors.
///
/// An op is a value (a record); it holds no state and no numbers. Its derivative is said in ops as well, so the
/// backward pass of a network is a program like the forward pass, and can be stepped through and explained in the same
/// way.
public sealed interface Op
        permits Affine,
                AvgPool,
                AvgPoolGrad,
                BatchNormInference,
                Binary,
                Broadcast,
                Concat,
                Conv,
                ConvInputGrad,
                ConvWeightGrad,
                CrossEntropy,
                CrossEntropyGrad,
                LogSoftmax,
                MatMul,
                MaxPool,
                MaxPoolGrad,
                OneHot,
                PadAxis,
                RandomMask,
                RandomNormal,
                Reduce,
                Reshape,
                ScaleColumns,
                SequenceOp,
                SliceAxis,
                Softmax,
                SoftmaxGrad,
                Unary,
                UnaryGrad,
                Upsample,
                UpsampleGrad {

    /// @return the name that a step frame and a log line show, such as `MatMul`
    default String name() {
        return getClass().getSimpleName();
    }

    /// @param in the operands' shapes
    /// @return the output's shape
    /// @throws ShapeException where the operands do not fit
    Shape infer(List<Shape> in);

    /// Computes the output.
    ///
    /// @param in  the operands. Not modified.
    /// @param out the result, of the inferred shape, its old content arbitrary. Modified.
    /// @param run what differs from step to step: the seed, the step's number, the place of this batch part
    void run(Tensor[] in, Tensor out, Run run);

    /// @return whether [#run] draws random numbers, for which it needs to know its place in the program
    default boolean draws() {
        return false;
    }

    /// The vector-Jacobian product: what the loss's derivative with respect to the output means for each input.
    ///
    /// @param g    where the ops of the derivative are added
    /// @param in   the operands of this op
    /// @param out  its output
    /// @param grad the derivative of the loss with respect to `out`, of the same shape
    /// @return for each operand the derivative of the loss with respect to it; null where it is not differentiable
    List<@Nullable Value> vjp(Graph g, List<Value> in, Value out, Value grad);

    /// Says how one element of the output came about, as an expression over elements of the operands that can be
    /// read, shown with its numbers, and evaluated.
    ///
    /// @param o     the operands as they were when the op ran, and its output
    /// @param index the element of the output, one number an axis
    Expr explain(Operands o, int[] index);

    /// @return floating-point operations for one sample (for the whole op where nothing is batched), a multiply and an
    ///     add counting as two
    default long flops(List<Shape> in, Shape out) {
        return out.elementsPerSample();
    }
}
