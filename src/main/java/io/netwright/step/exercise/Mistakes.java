package io.netwright.step.exercise;

import io.netwright.op.Conv;
import io.netwright.op.ConvInputGrad;
import io.netwright.op.MatMul;
import io.netwright.op.Reduce;
import io.netwright.op.Unary;
import io.netwright.op.UnaryGrad;
import io.netwright.op.explain.Operands;
import io.netwright.step.Frame;
import io.netwright.step.OpFrame;
import io.netwright.step.Operand;
import io.netwright.step.ParameterFrame;
import io.netwright.step.Stage;
import io.netwright.step.StateFrame;
import io.netwright.step.StepRecording;
import io.netwright.tensor.DoubleTensor;
import io.netwright.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The numbers that usual mistakes lead to. An op's own explanation is asked again with other operands, so a mistake is
/// made in the same way whatever the op: a dense layer, a convolution, a loss.
final class Mistakes {

    /// A number, and what must have gone wrong where a person found it.
    record Mistake(Diagnosis diagnosis, double value) {}

    /// So many tensors are tried in the place of an operand.
    private static final int MOST_OPERANDS = 64;

    private static final int MOST_ELEMENTS = 4096;

    private final StepRecording recording;
    private final Frame frame;
    private final int[] index;
    private final double answer;

    Mistakes(StepRecording recording, Frame frame, int[] index) {
        this.recording = recording;
        this.frame = frame;
        this.index = index.clone();
        this.answer = frame.output().at(index);
    }

    /// @return the mistakes in the order of [Diagnosis]; only as many are made as are looked at
    Stream<Mistake> all() {
        return switch (frame) {
            case OpFrame op ->
                lazily(
                        () -> of(Diagnosis.SIGN, DoubleStream.of(-answer)),
                        () -> of(Diagnosis.ACTIVATION_DERIVATIVE, withoutSlope(op)),
                        () -> of(Diagnosis.MEAN, withoutMean(op)),
                        () -> of(Diagnosis.TRANSPOSED, transposed(op)),
                        () -> of(Diagnosis.OPERAND, otherOperands(op)),
                        this::otherElements);
            case ParameterFrame p -> lazily(() -> update(p), this::otherElements);
            case StateFrame s -> lazily(() -> of(Diagnosis.SIGN, DoubleStream.of(-answer)), this::otherElements);
        };
    }

    @SafeVarargs
    private static Stream<Mistake> lazily(Supplier<Stream<Mistake>>... each) {
        return Arrays.stream(each).flatMap(Supplier::get);
    }

    private static Stream<Mistake> of(Diagnosis diagnosis, DoubleStream values) {
        return values.mapToObj(v -> new Mistake(diagnosis, v));
    }

    private Stream<Mistake> update(ParameterFrame p) {
        double before = p.before().at(index);
        double change = answer - before;
        double gradient = p.gradient().numbers().at(index);
        double samples = recording.batch();
        return Stream.of(
                new Mistake(Diagnosis.SIGN, before - change),
                new Mistake(Diagnosis.SIGN, -answer),
                new Mistake(Diagnosis.CHANGE, change),
                new Mistake(Diagnosis.CHANGE, -change),
                new Mistake(Diagnosis.MEAN, before + samples * change),
                new Mistake(Diagnosis.RATE, before - gradient),
                new Mistake(Diagnosis.RATE, before + 10 * change),
                new Mistake(Diagnosis.RATE, before + change / 10));
    }

    private DoubleStream withoutSlope(OpFrame op) {
        if (op.instruction().op() instanceof UnaryGrad) {
            return DoubleStream.of(op.operands().get(2).numbers().at(index));
        }
        List<Tensor> in = op.executed().in();
        return IntStream.range(0, in.size())
                .filter(k -> maker(op, k)
                        .filter(f -> f.instruction().op() instanceof UnaryGrad)
                        .isPresent())
                .mapToDouble(k -> {
                    Tensor upstream = maker(op, k).orElseThrow().executed().in().get(2);
                    return with(op, k, upstream);
                });
    }

    private DoubleStream withoutMean(OpFrame op) {
        if (op.stage() == Stage.FORWARD) {
            return DoubleStream.empty();
        }
        DoubleStream means = recording.frames().stream()
                .filter(OpFrame.class::isInstance)
                .map(OpFrame.class::cast)
                .filter(f -> f.stage() == Stage.LOSS)
                .filter(f -> f.instruction().op() instanceof Reduce r && r.kind() == Reduce.Kind.MEAN)
                .mapToDouble(f -> (double) f.operands().getFirst().numbers().size()
                        / f.output().size());
        return DoubleStream.concat(means, DoubleStream.of(recording.batch()))
                .filter(n -> n > 1)
                .map(n -> answer * n);
    }

    private DoubleStream transposed(OpFrame op) {
        DoubleStream.Builder values = DoubleStream.builder();
        List<Tensor> in = op.executed().in();
        if (op.instruction().op() instanceof MatMul) {
            for (int k = 0; k < 2; k++) {
                int[] dims = in.get(k).dims();
                if (dims.length == 2 && dims[0] == dims[1]) {
                    values.add(with(op, k, transposed(in.get(k))));
                }
            }
            int[] dims = op.output().dims();
            if (index.length == 2 && !op.isBatched() && index[0] < dims[1] && index[1] < dims[0]) {
                values.add(op.output().at(index[1], index[0]));
            }
        }
        if (op.instruction().op() instanceof Conv) {
            values.add(with(op, 1, turned(in.get(1))));
        } else if (op.instruction().op() instanceof ConvInputGrad) {
            for (int k = 0; k < 2; k++) {
                if (op.operands().get(k).source() instanceof Operand.Source.OfParameter) {
                    values.add(with(op, k, turned(in.get(k))));
                }
            }
        }
        return values.build();
    }

    private static Tensor transposed(Tensor square) {
        int n = square.dims()[0];
        DoubleTensor t = new DoubleTensor(square.dims());
        for (int i = 0; i < n * n; i++) {
            t.data()[i % n * n + i / n] = square.get(i);
        }
        return t;
    }

    /// A kernel by half a turn: its axes are filters, channels, then those of the window.
    private static Tensor turned(Tensor kernel) {
        int[] dims = kernel.dims();
        int window = 1;
        for (int axis = 2; axis < dims.length; axis++) {
            window *= dims[axis];
        }
        DoubleTensor t = new DoubleTensor(dims);
        for (int i = 0; i < kernel.size(); i++) {
            t.data()[i / window * window + window - 1 - i % window] = kernel.get(i);
        }
        return t;
    }

    /// What went into an activation for what came out of it comes first, then whatever else has the same sizes.
    private DoubleStream otherOperands(OpFrame op) {
        List<Tensor> in = op.executed().in();
        List<Double> values = new ArrayList<>();
        for (int k = 0; k < in.size(); k++) {
            int[] dims = in.get(k).dims();
            Tensor own = in.get(k);
            int which = k;
            maker(op, k)
                    .filter(f -> f.instruction().op() instanceof Unary)
                    .ifPresent(f -> values.add(with(op, which, f.executed().in().getFirst())));
            recording.frames().stream()
                    .filter(OpFrame.class::isInstance)
                    .map(OpFrame.class::cast)
                    .flatMap(f -> Stream.concat(Stream.of(f.executed().out()), f.executed().in().stream()))
                    .distinct()
                    .filter(t -> t != own && Arrays.equals(t.dims(), dims))
                    .limit(MOST_OPERANDS)
                    .forEach(t -> values.add(with(op, which, t)));
        }
        return values.stream().mapToDouble(Double::doubleValue);
    }

    private Stream<Mistake> otherElements() {
        return frame.output().size() > MOST_ELEMENTS
                ? Stream.empty()
                : of(Diagnosis.ELEMENT, Arrays.stream(frame.output().toArray()));
    }

    private Optional<OpFrame> maker(OpFrame op, int operand) {
        return op.operands().get(operand).source() instanceof Operand.Source.OfFrame(int made, String node)
                        && recording.frame(made) instanceof OpFrame f
                ? Optional.of(f)
                : Optional.empty();
    }

    /// @return the element, were operand `k` another tensor
    private double with(OpFrame op, int k, Tensor other) {
        List<Tensor> in = new ArrayList<>(op.executed().in());
        in.set(k, other);
        return op.instruction()
                .op()
                .explain(new Operands(in, op.executed().out(), op.executed().run()), index)
                .value();
    }
}
