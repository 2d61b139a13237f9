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
import io.netwright.op.Op;
import io.netwright.op.PadAxis;
import io.netwright.op.RandomMask;
import io.netwright.op.RandomNormal;
import io.netwright.op.Reduce;
import io.netwright.op.Reshape;
import io.netwright.op.Run;
import io.netwright.op.ScaleColumns;
import io.netwright.op.SequenceOp;
import io.netwright.op.SliceAxis;
import io.netwright.op.Softmax;
import io.netwright.op.SoftmaxGrad;
import io.netwright.op.Unary;
import io.netwright.op.UnaryGrad;
import io.netwright.op.Upsample;
import io.netwright.op.UpsampleGrad;
import io.netwright.step.LocalDerivative.Kind;
import io.netwright.tensor.Tensor;
import io.netwright.tensor.kernel.BinaryFn;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The local derivatives of one executed op, with their numbers. Exhaustive over the sealed ops.
///
/// The numbers come from the ops themselves: the derivative of an elementwise op is its own backward op run on a
/// gradient of ones.
final class LocalDerivatives {

    /// Jacobians with more numbers than this are given by their rule alone.
    private static final long MAX_JACOBIAN = 1 << 20;

    private final OpFrame frame;
    private final List<Tensor> in;
    private final Tensor out;
    private final List<String> names;

    LocalDerivatives(OpFrame frame) {
        this.frame = frame;
        this.in = frame.operands().stream().map(o -> o.numbers().tensor()).toList();
        this.out = frame.output().tensor();
        this.names = frame.operands().stream().map(Operand::name).toList();
    }

    List<LocalDerivative> all() {
        Op op = frame.instruction().op();
        return frame.stage() == Stage.BACKWARD ? backward(op) : forward(op);
    }

    private List<LocalDerivative> forward(Op op) {
        return switch (op) {
            case Affine a -> List.of(constant(0, a.scale()));
            case Unary u ->
                List.of(of(
                        0,
                        OpFormula.slope(u.fn(), u.alpha(), names.getFirst(), frame.name()),
                        Kind.ELEMENTWISE,
                        run(new UnaryGrad(u.fn(), u.alpha()), in.getFirst(), out, ones(out))));
            case Binary b -> binary(b.fn());
            case MatMul m -> List.of(factor(0, 1, true), factor(1, 0, true));
            case Conv c -> List.of(factor(0, 1, false), factor(1, 0, false));
            case MaxPool p ->
                List.of(of(
                        0,
                        "[" + names.getFirst() + " = \\max]",
                        Kind.ELEMENTWISE,
                        run(new MaxPoolGrad(p.window()), in.getFirst(), out, ones(out))));
            case Softmax s -> List.of(softmax(0, frame.name(), out));
            case CrossEntropy c -> {
                Tensor slope = run(new CrossEntropyGrad(c.indices()), in.get(0), in.get(1), ones(out));
                String rule =
                        OpFormula.of(new CrossEntropyGrad(c.indices()), List.of(names.get(0), names.get(1), "1"), 1);
                yield List.of(of(0, rule.replace("1 \\cdot ", ""), Kind.ELEMENTWISE, slope));
            }
            case Reduce r -> List.of(constant(0, r.kind() == Reduce.Kind.MEAN ? 1.0 / frame.meanOf() : 1));
            case Broadcast b -> List.of(constant(0, b.divide() ? 1.0 / frame.meanOf() : 1));
            case BatchNormInference b ->
                List.of(of(
                        0,
                        "\\frac{" + names.get(1) + "}{\\sqrt{" + names.get(4) + " + \\varepsilon}}",
                        Kind.ELEMENTWISE,
                        null));
            case Concat c ->
                IntStream.range(0, in.size()).mapToObj(k -> constant(k, 1)).toList();
            case SliceAxis s -> List.of(constant(0, 1));
            case PadAxis p -> List.of(constant(0, 1));
            case Reshape r -> List.of(constant(0, 1));
            case RandomMask m -> List.of();
            case RandomNormal r -> List.of();
            case LogSoftmax s -> List.of();
            case OneHot h -> List.of();
            case Upsample u -> List.of();
            case UpsampleGrad u -> List.of();
            case ScaleColumns s -> List.of();
            // what one step does to another is no matrix that a person would read
            case SequenceOp s -> List.of();
            case ConvInputGrad c -> List.of(factor(0, 1, false), factor(1, 0, false));
            case ConvWeightGrad c -> List.of();
            case CrossEntropyGrad c -> List.of();
            case AvgPool p -> List.of(constant(0, 1.0 / p.window().area()));
            case AvgPoolGrad p -> List.of();
            case MaxPoolGrad p -> List.of();
            case SoftmaxGrad s -> List.of();
            case UnaryGrad u -> List.of();
        };
    }

    private List<LocalDerivative> binary(BinaryFn fn) {
        return switch (fn) {
            case ADD -> List.of(constant(0, 1), constant(1, 1));
            case SUB -> List.of(constant(0, 1), constant(1, -1));
            case MUL ->
                List.of(
                        of(0, names.get(1), Kind.ELEMENTWISE, in.get(1)),
                        of(1, names.get(0), Kind.ELEMENTWISE, in.get(0)));
            case DIV -> List.of(of(0, "\\frac{1}{" + names.get(1) + "}", Kind.ELEMENTWISE, reciprocal(in.get(1))));
            case MAX -> List.of(of(0, "[" + names.get(0) + " > " + names.get(1) + "]", Kind.ELEMENTWISE, null));
        };
    }

    private List<LocalDerivative> backward(Op op) {
        return switch (op) {
            case UnaryGrad u ->
                List.of(through(
                        2,
                        OpFormula.slope(u.fn(), u.alpha(), names.get(0), names.get(1)),
                        Kind.ELEMENTWISE,
                        run(u, in.get(0), in.get(1), ones(out))));
            case MaxPoolGrad p ->
                List.of(through(
                        2,
                        "[" + names.get(0) + " = " + names.get(1) + "]",
                        Kind.ELEMENTWISE,
                        run(p, in.get(0), in.get(1), ones(in.get(2)))));
            case SoftmaxGrad s -> List.of(softmax(1, names.getFirst(), in.getFirst()));
            case CrossEntropyGrad c ->
                List.of(through(
                        2,
                        OpFormula.of(c, List.of(names.get(0), names.get(1), "1"), 1)
                                .replace("1 \\cdot ", ""),
                        Kind.ELEMENTWISE,
                        run(c, in.get(0), in.get(1), ones(in.get(2)))));
            case MatMul m -> {
                int gradient = m.transA() ? 1 : 0;
                yield List.of(throughFactor(gradient, 1 - gradient));
            }
            case ConvInputGrad c -> List.of(throughFactor(1, 0));
            case ConvWeightGrad c -> List.of(throughFactor(1, 0));
            case Binary b -> backwardBinary(b.fn());
            case Affine a -> List.of(throughConstant(a.scale()));
            case Unary u -> List.of(throughConstant(-1));
            case Broadcast b -> List.of(throughConstant(b.divide() ? 1.0 / frame.meanOf() : 1));
            case Reduce r -> List.of(throughConstant(1));
            case Concat c -> List.of();
            case SliceAxis s -> List.of(throughConstant(1));
            case PadAxis p -> List.of(throughConstant(1));
            case Reshape r -> List.of(throughConstant(1));
            case BatchNormInference b -> List.of();
            case Conv c -> List.of(throughFactor(0, 1));
            case AvgPoolGrad p -> List.of(throughConstant(1.0 / p.window().area()));
            case AvgPool p -> List.of();
            case CrossEntropy c -> List.of();
            case MaxPool p -> List.of();
            case RandomMask m -> List.of();
            case RandomNormal r -> List.of();
            case LogSoftmax s -> List.of();
            case OneHot h -> List.of();
            case Upsample u -> List.of();
            case UpsampleGrad u -> List.of();
            case ScaleColumns s -> List.of();
            case SequenceOp s -> List.of();
            case Softmax s -> List.of();
        };
    }

    private List<LocalDerivative> backwardBinary(BinaryFn fn) {
        return switch (fn) {
            case ADD -> List.of(throughConstant(1));
            case SUB -> List.of();
            case MUL -> List.of(through(0, names.get(1), Kind.ELEMENTWISE, in.get(1)));
            case DIV -> List.of(through(0, "\\frac{1}{" + names.get(1) + "}", Kind.ELEMENTWISE, reciprocal(in.get(1))));
            case MAX -> List.of();
        };
    }

    private LocalDerivative softmax(int operand, String y, Tensor probabilities) {
        int k = probabilities.cols();
        int rows = probabilities.rows();
        String rule = "\\operatorname{diag}(" + y + ") - " + y + "^{\\top} " + y;
        Tensor jacobian = null;
        if ((long) rows * k * k <= MAX_JACOBIAN) {
            jacobian = Tensor.zeros(probabilities.precision(), rows, k, k);
            for (int r = 0; r < rows; r++) {
                for (int i = 0; i < k; i++) {
                    for (int j = 0; j < k; j++) {
                        double yi = probabilities.get(r * k + i);
                        jacobian.set((r * k + i) * k + j, yi * ((i == j ? 1 : 0) - probabilities.get(r * k + j)));
                    }
                }
            }
        }
        return frame.stage() == Stage.BACKWARD
                ? through(operand, rule, Kind.JACOBIAN, jacobian)
                : of(operand, rule, Kind.JACOBIAN, jacobian);
    }

    private LocalDerivative of(int operand, String rule, Kind kind, @Nullable Tensor numbers) {
        return new LocalDerivative(
                ratio(frame.name(), names.get(operand)), rule, kind, numbers == null ? null : Numbers.of(numbers));
    }

    private LocalDerivative constant(int operand, double number) {
        return of(operand, NumberText.latex(number), Kind.CONSTANT, null);
    }

    /// The other operand of a product is what each operand is multiplied by, transposed where it is a matrix product.
    private LocalDerivative factor(int operand, int other, boolean transposed) {
        Numbers numbers = Numbers.of(in.get(other));
        return new LocalDerivative(
                ratio(frame.name(), names.get(operand)),
                transposed ? Names.factor(names.get(other)) + "^{\\top}" : names.get(other),
                Kind.FACTOR,
                transposed ? numbers.transpose() : numbers);
    }

    /// In a backward frame: what the gradient, operand `gradient`, is multiplied by on its way through.
    private LocalDerivative through(int gradient, String rule, Kind kind, @Nullable Tensor numbers) {
        return new LocalDerivative(passed(gradient), rule, kind, numbers == null ? null : Numbers.of(numbers));
    }

    private LocalDerivative throughConstant(double number) {
        return through(0, NumberText.latex(number), Kind.CONSTANT, null);
    }

    private LocalDerivative throughFactor(int gradient, int factor) {
        Operand operand = frame.operands().get(factor);
        return new LocalDerivative(passed(gradient), operand.written(), Kind.FACTOR, operand.numbers());
    }

    private String passed(int gradient) {
        return ratio(underived(names.get(gradient)), underived(frame.name()));
    }

    private static String ratio(String over, String under) {
        return "\\frac{\\partial " + over + "}{\\partial " + under + "}";
    }

    private static String underived(String name) {
        return name.startsWith("d") ? name.substring(1) : name;
    }

    private static Tensor ones(Tensor like) {
        Tensor ones = Tensor.zeros(like.precision(), like.dims());
        ones.fill(1);
        return ones;
    }

    private static Tensor reciprocal(Tensor x) {
        Tensor y = x.copy();
        for (int i = 0; i < y.size(); i++) {
            y.set(i, 1 / x.get(i));
        }
        return y;
    }

    /// @return what `op` gives; every op used here gives something of its first operand's sizes
    private static Tensor run(Op op, Tensor... operands) {
        Tensor result = Tensor.zeros(operands[0].precision(), operands[0].dims());
        op.run(operands, result, Run.PLAIN);
        return result;
    }
}
