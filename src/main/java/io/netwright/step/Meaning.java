package io.netwright.step;

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
import io.netwright.op.Value;
import io.netwright.program.Instruction;
import io.netwright.program.Phase;
import io.netwright.program.Program;
import io.netwright.tensor.kernel.UnaryFn;
import io.netwright.text.Message;
import io.netwright.text.formula.Tex;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What each frame means, in one sentence. Exhaustive over the sealed ops: an op without a meaning does not compile.
final class Meaning {

    private final Program program;
    private final Set<Integer> parameterGradients = new HashSet<>();
    private final Set<Integer> parameters = new HashSet<>();

    Meaning(Program program) {
        this.program = program;
        program.parameters().forEach(p -> {
            parameters.add(p.value().id());
            program.gradient(p.value()).ifPresent(g -> parameterGradients.add(g.id()));
        });
        // the sum over samples is a bias's gradient even where it has to be laid out in another way afterwards
        program.instructions().reversed().forEach(i -> {
            if (i.op() instanceof Reshape
                    && parameterGradients.contains(i.output().id())) {
                parameterGradients.add(i.inputs().getFirst().id());
            }
        });
    }

    /// @param name     the output's name
    /// @param operands the operands' names
    Message of(Instruction i, String name, List<String> operands) {
        String key = i.phase() == Phase.BACKWARD ? "backward." + backward(i) : "forward." + forward(i);
        return Message.of(
                "step.meaning." + key,
                i.node(),
                Tex.plain(name),
                operands.isEmpty() ? "" : Tex.plain(operands.getFirst()),
                Tex.plain(operands.isEmpty() ? name : operands.getLast()));
    }

    private String forward(Instruction i) {
        return switch (i.op()) {
            case MatMul m -> "matmul";
            case Binary b ->
                switch (b.fn()) {
                    case ADD -> i.inputs().stream().anyMatch(this::isParameterLike) ? "bias" : "add";
                    case SUB -> "subtract";
                    case MUL -> "multiply";
                    case DIV -> "divide";
                    case MAX -> "maximum";
                };
            case Affine a -> a.shift() == 0 ? "scale" : "shift";
            case Unary u -> "unary." + key(u.fn());
            case Softmax s -> "softmax";
            case LogSoftmax s -> "logSoftmax";
            case OneHot h -> "oneHot";
            case Upsample u -> "upsample";
            case UpsampleGrad u -> "derivative";
            case ScaleColumns s -> "scaleColumns";
            case CrossEntropy c -> "crossEntropy";
            case Reduce r -> {
                if (program.loss().filter(i.output()::equals).isPresent()) {
                    yield "loss";
                }
                yield r.kind() == Reduce.Kind.SUM ? "sum" : r.correction() == 0 ? "mean" : "unbiased";
            }
            case Conv c -> "conv";
            case MaxPool p -> "maxPool";
            case AvgPool p -> "avgPool";
            case BatchNormInference b -> "batchNorm";
            case RandomMask m -> "mask";
            case RandomNormal r -> "noise";
            case Concat c -> "concat";
            case SliceAxis s -> "slice";
            case PadAxis p -> "pad";
            case Reshape r -> "reshape";
            case Broadcast b -> "broadcast";
            case SequenceOp s -> SequenceFrames.meaning(s);
            case UnaryGrad u -> "derivative";
            case SoftmaxGrad s -> "derivative";
            case CrossEntropyGrad c -> "derivative";
            case ConvInputGrad c -> "convTranspose";
            case ConvWeightGrad c -> "derivative";
            case MaxPoolGrad p -> "derivative";
            case AvgPoolGrad p -> "derivative";
        };
    }

    private boolean isParameterLike(Value v) {
        return parameters.contains(v.id())
                || program.instructions().stream()
                        .anyMatch(i -> i.output().equals(v)
                                && i.op() instanceof Reshape
                                && parameters.contains(i.inputs().getFirst().id()));
    }

    private static String key(UnaryFn fn) {
        return fn.name().toLowerCase(Locale.ROOT);
    }

    private String backward(Instruction i) {
        return switch (i.op()) {
            case MatMul m -> m.transA() ? "weight" : "input";
            case ConvWeightGrad c -> "convWeight";
            case ConvInputGrad c -> "convInput";
            case UnaryGrad u ->
                switch (u.fn()) {
                    case RELU -> "gate";
                    case LEAKY_RELU -> "leakyGate";
                    default -> "slope";
                };
            case SoftmaxGrad s -> "softmax";
            case CrossEntropyGrad c -> "crossEntropy";
            case MaxPoolGrad p -> "maxPool";
            case AvgPoolGrad p -> "avgPool";
            case Reduce r -> parameterGradients.contains(i.output().id()) ? "bias" : "sum";
            case Broadcast b -> b.divide() ? "mean" : "broadcast";
            case Binary b ->
                switch (b.fn()) {
                    case ADD -> "accumulate";
                    case SUB -> "through";
                    case MUL -> "multiply";
                    case DIV -> "divide";
                    case MAX -> "through";
                };
            case Affine a -> "scale";
            case Unary u -> "negate";
            case Reshape r -> "reshape";
            case SliceAxis s -> "slice";
            case PadAxis p -> "pad";
            case Concat c -> "through";
            case SequenceOp s -> SequenceFrames.backwardMeaning(s);
            case RandomMask m -> "through";
            case RandomNormal r -> "through";
            case BatchNormInference b -> "through";
            case Conv c -> "convTranspose";
            case CrossEntropy c -> "through";
            case MaxPool p -> "through";
            case AvgPool p -> "through";
            case Softmax s -> "through";
            case LogSoftmax s -> "through";
            case OneHot h -> "through";
            case Upsample u -> "through";
            case UpsampleGrad u -> "upsample";
            case ScaleColumns s -> "scale";
        };
    }
}
