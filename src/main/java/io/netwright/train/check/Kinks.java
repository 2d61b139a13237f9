package io.netwright.train.check;

import io.netwright.op.Affine;
import io.netwright.op.AvgPool;
import io.netwright.op.AvgPoolGrad;
import io.netwright.op.BatchNormInference;
import io.netwright.op.Binary;
import io.netwright.op.Broadcast;
import io.netwright.op.Concat;
import io.netwright.op.Conv;
import io.netwright.op.ConvInputGrad;
import io.netwright.op.ConvWeightGrad;
import io.netwright.op.CrossEntropy;
import io.netwright.op.CrossEntropyGrad;
import io.netwright.op.LogSoftmax;
import io.netwright.op.MatMul;
import io.netwright.op.MaxPool;
import io.netwright.op.MaxPoolGrad;
import io.netwright.op.OneHot;
import io.netwright.op.Op;
import io.netwright.op.PadAxis;
import io.netwright.op.RandomMask;
import io.netwright.op.RandomNormal;
import io.netwright.op.Reduce;
import io.netwright.op.Reshape;
import io.netwright.op.ScaleColumns;
import io.netwright.op.SequenceOp;
import io.netwright.op.SliceAxis;
import io.netwright.op.Softmax;
import io.netwright.op.SoftmaxGrad;
import io.netwright.op.Unary;
import io.netwright.op.UnaryGrad;
import io.netwright.op.Upsample;
import io.netwright.op.UpsampleGrad;
import io.netwright.program.Executor;
import io.netwright.program.Instruction;
import io.netwright.program.Phase;
import io.netwright.program.Program;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.BinaryFn;
import io.netwright.tensor.kernel.UnaryFn;
import java.util.List;

/// Which side of each kink a forward pass went: the sign before a ReLU or an absolute value, the winner under a pooling
/// window. Where two passes differ in it, the function has no derivative between them that a difference quotient could
/// be compared with.
final class Kinks {

    private final List<Instruction> kinked;

    Kinks(Program program) {
        this.kinked = program.instructions().stream()
                .filter(i -> i.phase() != Phase.BACKWARD && hasKink(i.op()))
                .toList();
    }

    /// Exhaustive, so that whoever adds an op has to say.
    private static boolean hasKink(Op op) {
        return switch (op) {
            case Unary u ->
                switch (u.fn()) {
                    case RELU, LEAKY_RELU, ABS, ELU, AT_LEAST, AT_MOST -> true;
                    case NEGATE, SQUARE, SQRT, RSQRT, RECIPROCAL, EXP, LOG, SIGMOID, TANH, GELU, SOFTPLUS -> false;
                    case POWER, SILU, GELU_TANH -> false;
                };
            case MaxPool p -> true;
            case Affine _, AvgPool _, AvgPoolGrad _ -> false;
            case Binary b -> b.fn() == BinaryFn.MAX;
            case BatchNormInference _, Broadcast _, Concat _, Conv _, CrossEntropy _ -> false;
            case Upsample _, UpsampleGrad _ -> false;
            case LogSoftmax _, OneHot _, RandomNormal _, ScaleColumns _ -> false;
            case MatMul _, PadAxis _, RandomMask _, Reduce _, Reshape _, SliceAxis _, Softmax _ -> false;
            case SequenceOp _, SoftmaxGrad _, UnaryGrad _ -> false;
            case ConvInputGrad _, ConvWeightGrad _, CrossEntropyGrad _, MaxPoolGrad _ -> false;
        };
    }

    /// @return how many numbers [#record] writes for the executor's batch
    int size(Executor executor) {
        return kinked.stream().mapToInt(i -> executor.tensor(i.output()).size()).sum();
    }

    /// Writes which side of each kink the last pass of `executor`, which keeps all values, went.
    void record(Executor executor, int[] into) {
        int at = 0;
        for (Instruction i : kinked) {
            Tensor x = executor.tensor(i.inputs().getFirst());
            if (i.op() instanceof MaxPool pool) {
                Tensor y = executor.tensor(i.output());
                for (int k = 0; k < y.size(); k++) {
                    into[at++] = pool.winner(x, y.index(k));
                }
            } else if (i.op() instanceof Binary) {
                at = sides(x, executor.tensor(i.inputs().get(1)), executor.tensor(i.output()), into, at);
            } else {
                double kink = kink(i.op());
                for (int k = 0; k < x.size(); k++) {
                    into[at++] = (int) Math.signum(x.get(k) - kink);
                }
            }
        }
    }

    /// Which of two operands, either of them perhaps repeated, is the larger one.
    private static int sides(Tensor a, Tensor b, Tensor y, int[] into, int start) {
        for (int k = 0; k < y.size(); k++) {
            boolean first = a.size() == y.size() ? a.get(k) == y.get(k) : b.size() == y.size() && b.get(k) != y.get(k);
            into[start + k] = first ? 1 : 0;
        }
        return start + y.size();
    }

    /// @return where the kink of a function of one number is
    private static double kink(Op op) {
        return op instanceof Unary(UnaryFn fn, double alpha) && (fn == UnaryFn.AT_LEAST || fn == UnaryFn.AT_MOST)
                ? alpha
                : 0;
    }
}
