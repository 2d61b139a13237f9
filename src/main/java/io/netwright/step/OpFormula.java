package io.netwright.step;

import static io.netwright.step.Names.factor;

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
import io.netwright.tensor.kernel.UnaryFn;
import java.util.List;
import java.util.stream.Collectors;

/// What an op computes, as a formula over the names of its operands, in LaTeX. Exhaustive over the sealed ops: an op
/// without a formula does not compile.
final class OpFormula {

    private OpFormula() {}

    /// @param in   the operands' names
    /// @param size how many elements of the operand go into one of the output, where the op is a mean
    /// @return the right-hand side
    static String of(Op op, List<String> in, long size) {
        String x = in.isEmpty() ? "" : in.getFirst();
        return switch (op) {
            case Affine a -> affine(a, x);
            case Binary b -> binary(b, x, in.get(1));
            case Unary u -> unary(u.fn(), u.alpha(), x);
            case UnaryGrad u -> factor(in.get(2)) + " \\odot " + slope(u.fn(), u.alpha(), x, in.get(1));
            case MatMul m -> transposed(x, m.transA()) + " \\cdot " + transposed(in.get(1), m.transB());
            case Reduce r when r.kind() == Reduce.Kind.SUM -> "\\sum " + factor(x);
            case Reduce r ->
                size == 1 ? "\\operatorname{mean}(" + x + ")" : "\\frac{1}{" + size + "} \\, \\sum " + factor(x);
            case Broadcast b -> b.divide() && size > 1 ? "\\frac{1}{" + size + "} \\, " + factor(x) : x;
            case Softmax s -> "\\operatorname{softmax}(" + x + ")";
            case SoftmaxGrad s ->
                factor(x) + " \\odot (" + in.get(1) + " - \\sum_j " + factor(x) + "_j " + factor(in.get(1)) + "_j)";
            case Upsample u -> "\\operatorname{upsample}(" + x + ")";
            case UpsampleGrad u -> "\\operatorname{upsample}^{\\top}(" + x + ")";
            case OneHot h -> "[" + x + " = j]";
            case ScaleColumns s -> "w_j \\, " + factor(x);
            case LogSoftmax s -> "\\ln \\, \\operatorname{softmax}(" + x + ")";
            case CrossEntropy c ->
                c.indices()
                        ? "-\\ln \\, \\operatorname{softmax}(" + x + ")_{" + in.get(1) + "}"
                        : "-\\sum_i " + in.get(1) + "_i \\, \\ln \\, \\operatorname{softmax}(" + x + ")_i";
            case CrossEntropyGrad c ->
                factor(in.get(2)) + " \\cdot (\\operatorname{softmax}(" + x + ") - "
                        + (c.indices() ? "[i = " + in.get(1) + "]" : in.get(1)) + ")";
            case Conv c -> factor(x) + " \\star " + factor(in.get(1));
            case ConvInputGrad c -> factor(in.get(1)) + " \\ast " + factor(x);
            case ConvWeightGrad c -> factor(x) + " \\star " + factor(in.get(1));
            case MaxPool p -> "\\max_{\\text{window}} " + factor(x);
            case AvgPool p -> "\\operatorname{mean}_{\\text{window}} " + factor(x);
            case AvgPoolGrad p -> "\\frac{1}{k} \\, \\sum_{\\text{windows}} " + factor(x);
            case MaxPoolGrad p -> factor(in.get(2)) + " \\odot [" + x + " = " + in.get(1) + "]";
            case BatchNormInference b ->
                factor(in.get(1)) + " \\frac{" + x + " - " + in.get(3) + "}{\\sqrt{" + in.get(4)
                        + " + \\varepsilon}} + " + in.get(2);
            case RandomNormal r -> "\\operatorname{normal}(0, 1)";
            case RandomMask m -> "\\operatorname{mask}(p = " + m.rate() + ")";
            case Concat c -> in.stream().collect(Collectors.joining(", \\, ", "[", "]"));
            case SliceAxis s -> factor(x) + "_{" + s.from() + "…" + (s.from() + s.length() - 1) + "}";
            case PadAxis p -> "\\operatorname{pad}(" + x + ")";
            case Reshape r -> "\\operatorname{reshape}(" + x + ")";
            case SequenceOp s -> SequenceFrames.formula(s, in);
        };
    }

    private static String transposed(String name, boolean transposed) {
        return transposed ? factor(name) + "^{\\top}" : factor(name);
    }

    private static String affine(Affine a, String x) {
        String scaled = a.scale() == 1 ? x : NumberText.latex(a.scale()) + " \\cdot " + factor(x);
        return a.shift() == 0 ? scaled : scaled + " + " + NumberText.latex(a.shift());
    }

    private static String binary(Binary b, String left, String right) {
        return switch (b.fn()) {
            case ADD -> left + " + " + right;
            case SUB -> left + " - " + factor(right);
            case MUL -> factor(left) + " \\odot " + factor(right);
            case DIV -> "\\frac{" + left + "}{" + right + "}";
            case MAX -> "\\max(" + left + ", \\, " + right + ")";
        };
    }

    /// @return `fn(x)`
    private static String unary(UnaryFn fn, double alpha, String x) {
        return switch (fn) {
            case NEGATE -> "-" + factor(x);
            case SQUARE -> factor(x) + " \\odot " + factor(x);
            case SQRT -> "\\sqrt{" + x + "}";
            case RSQRT -> "\\frac{1}{\\sqrt{" + x + "}}";
            case RECIPROCAL -> "\\frac{1}{" + x + "}";
            case EXP -> "e^{" + x + "}";
            case LOG -> "\\ln(" + x + ")";
            case ABS -> "|" + x + "|";
            case RELU -> "\\max(0, \\, " + x + ")";
            case LEAKY_RELU -> "\\max(0, " + x + ") + " + NumberText.latex(alpha) + " \\min(0, " + x + ")";
            case SIGMOID -> "\\sigma(" + x + ")";
            case TANH -> "\\tanh(" + x + ")";
            case GELU -> factor(x) + " \\, \\Phi(" + x + ")";
            case SOFTPLUS -> "\\ln(1 + e^{" + x + "})";
            case AT_LEAST -> "\\max(" + x + ", \\, " + NumberText.latex(alpha) + ")";
            case AT_MOST -> "\\min(" + x + ", \\, " + NumberText.latex(alpha) + ")";
            case POWER -> "(" + x + ")^{" + NumberText.latex(alpha) + "}";
            case ELU -> "\\max(0, " + x + ") + " + NumberText.latex(alpha) + " (e^{\\min(0, " + x + ")} - 1)";
            case SILU -> factor(x) + " \\, \\sigma(" + x + ")";
            case GELU_TANH ->
                "\\frac{1}{2} " + factor(x) + " (1 + \\tanh(\\sqrt{2 / \\pi} (" + x + " + 0.044715 (" + x + ")^{3})))";
        };
    }

    /// @param y the name of `fn(x)`
    /// @return `fn'(x)`, ready to be multiplied
    static String slope(UnaryFn fn, double alpha, String x, String y) {
        return switch (fn) {
            case NEGATE -> "(-1)";
            case SQUARE -> "2" + factor(x);
            case SQRT -> "\\frac{1}{2" + factor(y) + "}";
            case RSQRT -> "(-\\frac{1}{2} (" + y + ")^{3})";
            case RECIPROCAL -> "(-(" + y + ")^{2})";
            case EXP -> y;
            case LOG -> "\\frac{1}{" + x + "}";
            case ABS -> "\\operatorname{sign}(" + x + ")";
            case RELU -> "[" + x + " > 0]";
            case LEAKY_RELU -> "([" + x + " > 0] + " + NumberText.latex(alpha) + " [" + x + " \\le 0])";
            case SIGMOID -> factor(y) + " \\odot (1 - " + y + ")";
            case TANH -> "(1 - " + factor(y) + "^{2})";
            case GELU -> "(\\Phi(" + x + ") + " + factor(x) + " \\, \\varphi(" + x + "))";
            case SOFTPLUS -> "\\sigma(" + x + ")";
            case AT_LEAST -> "[" + x + " > " + NumberText.latex(alpha) + "]";
            case AT_MOST -> "[" + x + " < " + NumberText.latex(alpha) + "]";
            case POWER -> NumberText.latex(alpha) + " (" + x + ")^{" + NumberText.latex(alpha - 1) + "}";
            case ELU -> "([" + x + " > 0] + " + NumberText.latex(alpha) + " [" + x + " \\le 0] e^{" + x + "})";
            case SILU -> "(\\sigma(" + x + ") + " + factor(y) + " (1 - \\sigma(" + x + ")))";
            case GELU_TANH -> "\\operatorname{gelu}'(" + x + ")";
        };
    }
}
