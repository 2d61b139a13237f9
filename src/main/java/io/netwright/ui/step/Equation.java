package io.netwright.ui.step;

import io.netwright.op.Affine;
import io.netwright.op.Binary;
import io.netwright.op.Broadcast;
import io.netwright.op.Conv;
import io.netwright.op.ConvInputGrad;
import io.netwright.op.ConvWeightGrad;
import io.netwright.op.CrossEntropyGrad;
import io.netwright.op.MatMul;
import io.netwright.op.MaxPoolGrad;
import io.netwright.op.Reduce;
import io.netwright.op.UnaryGrad;
import io.netwright.step.Frame;
import io.netwright.step.LocalDerivative;
import io.netwright.step.NumberText;
import io.netwright.step.Numbers;
import io.netwright.step.OpFrame;
import io.netwright.step.Operand;
import io.netwright.step.ParameterFrame;
import io.netwright.step.StateFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A frame as a line of matrices with signs between them: `A₁ᵀ · dZ₂ = dW₂`.
final class Equation {

    /// What stands in the line.
    sealed interface Piece {}

    /// A sign, in LaTeX.
    record Sign(String latex) implements Piece {}

    /// A matrix.
    ///
    /// @param name     in LaTeX
    /// @param batched  whether the first axis of the numbers counts samples
    /// @param operands which operands' elements its cells stand for
    /// @param source   where it comes from; null for what the frame itself computes
    /// @param result   whether it is what the frame computes
    record Matrix(
            String name,
            Numbers numbers,
            boolean batched,
            Set<Integer> operands,
            Operand.@Nullable Source source,
            boolean result)
            implements Piece {}

    private static final Sign EQUALS = new Sign("=");
    private static final Sign BECOMES = new Sign("\\rightarrow");
    private static final Sign COMMA = new Sign(",");

    private final Frame frame;
    private final List<Piece> pieces = new ArrayList<>();

    private Equation(Frame frame) {
        this.frame = frame;
    }

    static List<Piece> of(Frame frame) {
        Equation e = new Equation(frame);
        e.write();
        return List.copyOf(e.pieces);
    }

    private void write() {
        switch (frame) {
            case OpFrame op -> write(op);
            case ParameterFrame p -> {
                // what the optimizer remembers stands with its rule
                operand(0);
                pieces.add(COMMA);
                operand(1);
                result(BECOMES);
            }
            case StateFrame s -> {
                pieces.add(new Matrix(s.name(), s.before(), false, Set.of(), null, false));
                result(BECOMES);
            }
        }
    }

    private void write(OpFrame op) {
        switch (op.instruction().op()) {
            case MatMul m -> between(0, "\\cdot", 1);
            case Conv c -> between(0, "\\star", 1);
            case ConvWeightGrad c -> between(0, "\\star", 1);
            case ConvInputGrad c -> between(1, "\\ast", 0);
            case Binary b ->
                between(
                        0,
                        switch (b.fn()) {
                            case ADD -> "+";
                            case SUB -> "-";
                            case MUL -> "\\odot";
                            case DIV -> "\\oslash";
                            case MAX -> "\\vee";
                        },
                        1);
            case UnaryGrad u -> {
                operand(2);
                pieces.add(new Sign("\\odot"));
                slope(op, Set.of(0, 1));
                result(EQUALS);
            }
            case CrossEntropyGrad c -> {
                operand(2);
                pieces.add(new Sign("\\cdot"));
                slope(op, c.indices() ? Set.of(0) : Set.of(0, 1));
                result(EQUALS);
            }
            case MaxPoolGrad p -> {
                operand(0);
                pieces.add(COMMA);
                operand(2);
                result(BECOMES);
            }
            case Affine a
            when a.shift() == 0 -> {
                pieces.add(new Sign(NumberText.of(a.scale()) + " \\cdot"));
                operand(0);
                result(EQUALS);
            }
            case Reduce r -> {
                pieces.add(new Sign(r.kind() == Reduce.Kind.SUM ? "\\sum" : "\\operatorname{mean}"));
                operand(0);
                result(EQUALS);
            }
            case Broadcast b -> {
                operand(0);
                result(BECOMES);
            }
            default -> {
                all();
                result(BECOMES);
            }
        }
    }

    /// The numbers of the local derivative, where elements of the operands `stands` are found in the same places.
    private void slope(OpFrame op, Set<Integer> stands) {
        LocalDerivative slope = op.localDerivatives().getFirst();
        Operand from = op.operands().getFirst();
        slope.numbers()
                .ifPresent(
                        n -> pieces.add(new Matrix(slope.formula(), n, op.isBatched(), stands, from.source(), false)));
    }

    private void all() {
        for (int k = 0; k < frame.operands().size(); k++) {
            if (k > 0) {
                pieces.add(COMMA);
            }
            operand(k);
        }
    }

    private void between(int left, String sign, int right) {
        operand(left);
        pieces.add(new Sign(sign));
        operand(right);
        result(EQUALS);
    }

    private void operand(int k) {
        Operand o = frame.operands().get(k);
        pieces.add(new Matrix(o.written(), o.numbers(), o.batched(), Set.of(k), o.source(), false));
    }

    private void result(Sign sign) {
        if (!pieces.isEmpty()) {
            pieces.add(sign);
        }
        pieces.add(new Matrix(frame.name(), frame.output(), frame.isBatched(), Set.of(-1), null, true));
    }
}
