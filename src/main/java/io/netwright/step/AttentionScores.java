package io.netwright.step;

import io.netwright.op.Affine;
import io.netwright.op.AttentionSoftmax;
import io.netwright.op.Binary;
import io.netwright.op.Op;
import io.netwright.op.SoftmaxGrad;
import io.netwright.op.Unary;
import io.netwright.op.UnaryGrad;
import io.netwright.op.Value;
import io.netwright.op.explain.Operands;
import io.netwright.program.Instruction;
import io.netwright.program.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What is known of an array `(N, heads, T, S)` that holds one number for each query t and key s of attention: scores,
/// what the softmax makes of them, and the gradients of both.
public final class AttentionScores {

    private final AttentionSoftmax softmax;
    private final Operands executed;

    private AttentionScores(AttentionSoftmax softmax, Operands executed) {
        this.softmax = softmax;
        this.executed = executed;
    }

    /// @param index sample, head, query, key
    /// @return whether the query may not look at the key, so that this number makes no difference
    public boolean isMasked(int... index) {
        return !softmax.sees(executed, index);
    }

    /// @return what is known of each value that is such an array, by its id
    static Map<Integer, AttentionScores> in(Program program, List<Frame> frames) {
        Map<Integer, AttentionScores> known = new HashMap<>();
        boolean backward = false;
        for (Frame frame : frames) {
            if (!(frame instanceof OpFrame op)) {
                continue;
            }
            if (!backward && op.stage() == Stage.BACKWARD) {
                backward = true;
                // a gradient is laid out as what it is the gradient of
                Map.copyOf(known).forEach((id, scores) -> Optional.ofNullable(
                                program.gradients().get(id))
                        .ifPresent(gradient -> known.put(gradient.id(), scores)));
            }
            Instruction i = op.instruction();
            if (i.op() instanceof AttentionSoftmax softmax) {
                AttentionScores scores = new AttentionScores(softmax, op.executed());
                known.put(i.inputs().getFirst().id(), scores);
                known.put(i.output().id(), scores);
            } else if (keepsPlaces(i.op())) {
                i.inputs().stream()
                        .filter(v -> v.shape().equals(i.output().shape()))
                        .map(Value::id)
                        .map(known::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .ifPresent(scores -> known.putIfAbsent(i.output().id(), scores));
            }
        }
        return known;
    }

    /// @return whether each number of the output stands where the number that it was made of stood
    private static boolean keepsPlaces(Op op) {
        return op instanceof Binary
                || op instanceof Unary
                || op instanceof UnaryGrad
                || op instanceof Affine
                || op instanceof SoftmaxGrad;
    }
}
