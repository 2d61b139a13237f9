package io.netwright.train.check;

import io.netwright.op.Affine;
import io.netwright.op.BatchNormInference;
import io.netwright.op.Binary;
import io.netwright.op.Broadcast;
import io.netwright.op.Concat;
import io.netwright.op.Conv2d;
import io.netwright.op.Conv2dInputGrad;
import io.netwright.op.Conv2dWeightGrad;
import io.netwright.op.CrossEntropy;
import io.netwright.op.CrossEntropyGrad;
import io.netwright.op.MatMul;
import io.netwright.op.MaxPool2d;
import io.netwright.op.MaxPool2dGrad;
import io.netwright.op.Op;
import io.netwright.op.PadAxis;
import io.netwright.op.RandomMask;
import io.netwright.op.Reduce;
import io.netwright.op.Reshape;
import io.netwright.op.SequenceOp;
import io.netwright.op.SliceAxis;
import io.netwright.op.Softmax;
import io.netwright.op.SoftmaxGrad;
import io.netwright.op.Unary;
import io.netwright.op.UnaryGrad;
import io.netwright.program.Executor;
import io.netwright.program.Instruction;
import io.netwright.program.Phase;
import io.netwright.program.Program;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.Window2d;
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
                    case RELU, LEAKY_RELU, ABS -> true;
                    case NEGATE, SQUARE, SQRT, RSQRT, RECIPROCAL, EXP, LOG, SIGMOID, TANH, GELU, SOFTPLUS -> false;
                };
            case MaxPool2d p -> true;
            case Affine _, BatchNormInference _, Binary _, Broadcast _, Concat _, Conv2d _, CrossEntropy _ -> false;
            case MatMul _, PadAxis _, RandomMask _, Reduce _, Reshape _, SliceAxis _, Softmax _ -> false;
            case Conv2dInputGrad _, Conv2dWeightGrad _, CrossEntropyGrad _, MaxPool2dGrad _ -> false;
            case SequenceOp _, SoftmaxGrad _, UnaryGrad _ -> false;
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
            if (i.op() instanceof MaxPool2d(Window2d window)) {
                at = winners(window, x, executor.tensor(i.output()), into, at);
            } else {
                for (int k = 0; k < x.size(); k++) {
                    into[at++] = (int) Math.signum(x.get(k));
                }
            }
        }
    }

    private static int winners(Window2d w, Tensor x, Tensor y, int[] into, int start) {
        int at = start;
        int planes = y.dim(0) * y.dim(1);
        for (int plane = 0; plane < planes; plane++) {
            for (int row = 0; row < y.dim(2); row++) {
                for (int col = 0; col < y.dim(3); col++) {
                    into[at++] = winner(w, x, plane, row, col);
                }
            }
        }
        return at;
    }

    /// @return the row-major place of the first greatest element under the window
    private static int winner(Window2d w, Tensor x, int plane, int row, int col) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int u = 0; u < w.kernelH(); u++) {
            int r = row * w.strideH() + u * w.dilationH() - w.padTop();
            for (int v = 0; v < w.kernelW(); v++) {
                int c = col * w.strideW() + v * w.dilationW() - w.padLeft();
                if (r >= 0 && r < x.dim(2) && c >= 0 && c < x.dim(3)) {
                    int at = (plane * x.dim(2) + r) * x.dim(3) + c;
                    if (x.get(at) > most) {
                        most = x.get(at);
                        best = at;
                    }
                }
            }
        }
        return best;
    }
}
