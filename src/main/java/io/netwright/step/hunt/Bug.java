package io.netwright.step.hunt;

import io.netwright.op.Affine;
import io.netwright.op.Binary;
import io.netwright.op.Broadcast;
import io.netwright.op.ConvInputGrad;
import io.netwright.op.ConvWeightGrad;
import io.netwright.op.CrossEntropyGrad;
import io.netwright.op.MatMul;
import io.netwright.op.Op;
import io.netwright.op.Reduce;
import io.netwright.op.ShapeException;
import io.netwright.op.UnaryGrad;
import io.netwright.op.Value;
import io.netwright.program.Instruction;
import io.netwright.program.Program;
import io.netwright.tensor.kernel.BinaryFn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The mistakes that people make when they write backpropagation by hand.
public enum Bug {
    /// The gradient has the wrong sign.
    SIGN {
        @Override
        Optional<List<Instruction>> in(Program program, Instruction i, Value spare) {
            boolean fits =
                    switch (i.op()) {
                        case MatMul _, ConvInputGrad _, ConvWeightGrad _, CrossEntropyGrad _, UnaryGrad _ -> true;
                        default -> false;
                    };
            return fits ? Optional.of(scaled(i, spare, -1)) : Optional.empty();
        }
    },

    /// The derivative of the activation is forgotten: the blame passes as if the function were the identity.
    ACTIVATION {
        @Override
        Optional<List<Instruction>> in(Program program, Instruction i, Value spare) {
            return i.op() instanceof UnaryGrad
                    ? Optional.of(
                            List.of(replaced(i, new Affine(1, 0), i.inputs().getLast())))
                    : Optional.empty();
        }
    },

    /// The mean over the batch is differentiated as if it were a sum: 1/N is forgotten.
    MEAN {
        @Override
        Optional<List<Instruction>> in(Program program, Instruction i, Value spare) {
            return i.op() instanceof Broadcast b && b.divide()
                    ? Optional.of(List.of(replaced(
                            i, new Broadcast(b.target(), false, 0), i.inputs().getFirst())))
                    : Optional.empty();
        }
    },

    /// The blame is carried back along the weights as they lie, not along their transpose; only a square matrix lets
    /// that pass.
    TRANSPOSE {
        @Override
        Optional<List<Instruction>> in(Program program, Instruction i, Value spare) {
            if (!(i.op() instanceof MatMul(boolean transA, boolean transB)) || transA || !transB) {
                return Optional.empty();
            }
            MatMul wrong = new MatMul(false, false);
            try {
                boolean fits = wrong.infer(i.inputs().stream().map(Value::shape).toList())
                        .equals(i.output().shape());
                return fits
                        ? Optional.of(
                                List.of(new Instruction(i.index(), wrong, i.inputs(), i.output(), i.node(), i.phase())))
                        : Optional.empty();
            } catch (ShapeException e) {
                return Optional.empty();
            }
        }
    },

    /// The bias gets no gradient.
    BIAS {
        @Override
        Optional<List<Instruction>> in(Program program, Instruction i, Value spare) {
            boolean fits = i.op() instanceof Reduce
                    && program.trained().stream().anyMatch(p -> program.gradient(p.value())
                            .filter(i.output()::equals)
                            .isPresent());
            return fits ? Optional.of(scaled(i, spare, 0)) : Optional.empty();
        }
    },

    /// What was used in two places takes the blame of one of them only.
    PATH {
        @Override
        Optional<List<Instruction>> in(Program program, Instruction i, Value spare) {
            Value first = i.inputs().getFirst();
            boolean fits = i.op() instanceof Binary b
                    && b.fn() == BinaryFn.ADD
                    && first.shape().equals(i.output().shape());
            return fits ? Optional.of(List.of(replaced(i, new Affine(1, 0), first))) : Optional.empty();
        }
    };

    /// @param i     of the backward pass
    /// @param spare a value that the program does not have, to be used in between where one is needed; of the shape of
    ///              the instruction's output
    /// @return what stands in its place; empty where this mistake cannot be made there
    abstract Optional<List<Instruction>> in(Program program, Instruction i, Value spare);

    private static Instruction replaced(Instruction i, Op op, Value operand) {
        return new Instruction(i.index(), op, List.of(operand), i.output(), i.node(), i.phase());
    }

    private static List<Instruction> scaled(Instruction i, Value spare, double by) {
        return List.of(
                new Instruction(i.index(), i.op(), i.inputs(), spare, i.node(), i.phase()),
                replaced(i, new Affine(by, 0), spare));
    }

    /// @return its name in the bundles
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
