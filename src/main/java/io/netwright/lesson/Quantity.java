package io.netwright.lesson;

import io.netwright.op.Value;
import io.netwright.program.Program;
import io.netwright.step.Numbers;
import io.netwright.step.ParameterFrame;
import io.netwright.step.StepRecording;
import io.netwright.step.StepState;
import io.netwright.step.UpdateFrame;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.train.EpochReport;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Something with a number, such as `loss`, `grad(dense1.weight[0,1])` or `norm(grad(dense1.weight))`, as lessons write
/// it. [QuantityParser] says what there is.
public sealed interface Quantity {

    /// @return one number, or all numbers of a tensor
    /// @throws UserException where the network has no such thing, or the moment does not have it yet
    double[] values(Facts facts);

    /// @throws UserException where it is not one number, or as [#values] says
    default double value(Facts facts) {
        double[] values = values(facts);
        if (values.length != 1) {
            throw new UserException(Message.of("lesson.quantity.many", values.length));
        }
        return values[0];
    }

    record Constant(double number) implements Quantity {
        @Override
        public double[] values(Facts facts) {
            return new double[] {number};
        }
    }

    /// A number of the run as a whole.
    record Figure(String name, ToDoubleFunction<Facts> of) implements Quantity {
        @Override
        public double[] values(Facts facts) {
            return new double[] {of.applyAsDouble(facts)};
        }
    }

    /// What of a tensor is meant.
    enum Aspect {
        /// What it holds in the next step, before the update.
        VALUE,
        /// The loss's derivative with respect to it.
        GRADIENT,
        /// What it holds after the next update.
        AFTER,
        /// What the optimizer remembers of it after the next update.
        MEMORY
    }

    /// A parameter, a state, or what comes out of a port.
    ///
    /// @param path   such as `dense1.weight` or `relu1.out`
    /// @param symbol of the memory, such as `m`; empty for other aspects
    /// @param index  one number an axis; null for all elements
    record OfTensor(
            Aspect aspect,
            String symbol,
            String path,
            @Nullable List<Integer> index) implements Quantity {
        @Override
        public double[] values(Facts facts) {
            Numbers numbers = numbers(facts.recording()).orElseThrow(() -> missing(path));
            List<Integer> at = index;
            if (at == null) {
                return numbers.toArray();
            }
            int[] dims = numbers.dims();
            boolean inside = dims.length == at.size();
            for (int i = 0; inside && i < dims.length; i++) {
                inside = at.get(i) < dims[i];
            }
            if (!inside) {
                throw new UserException(
                        Message.of("lesson.quantity.index", path, at.toString(), Arrays.toString(dims)));
            }
            return new double[] {numbers.at(at.stream().mapToInt(i -> i).toArray())};
        }

        private Optional<Numbers> numbers(StepRecording recording) {
            Program program = recording.program();
            StepState end = recording.stateAt(recording.size() - 1);
            boolean kept = program.parameter(path).isPresent()
                    || program.states().stream().anyMatch(s -> s.name().equals(path));
            Optional<Value> value = program.parameter(path)
                    .map(Program.Parameter::value)
                    .or(() -> Optional.ofNullable(program.ports().get(path)));
            return switch (aspect) {
                case VALUE -> kept ? Optional.of(end.before(path)) : value.flatMap(end::value);
                case GRADIENT -> value.flatMap(end::gradient);
                case AFTER -> kept ? Optional.of(end.kept(path)) : Optional.empty();
                case MEMORY -> recording.update(path).flatMap(this::memory);
            };
        }

        private Optional<Numbers> memory(UpdateFrame update) {
            if (update instanceof ParameterFrame p) {
                var slots = p.optimizer().rule().slots();
                for (int i = 0; i < slots.size(); i++) {
                    if (slots.get(i).symbol().equals(symbol)) {
                        return Optional.of(p.memory().get(i));
                    }
                }
            }
            return Optional.empty();
        }
    }

    /// One number made of all of a tensor's.
    record Reduced(ToDoubleFunction<double[]> how, Quantity of) implements Quantity {
        @Override
        public double[] values(Facts facts) {
            return new double[] {how.applyAsDouble(of.values(facts))};
        }
    }

    /// A function of each number.
    record Mapped(DoubleUnaryOperator how, Quantity of) implements Quantity {
        @Override
        public double[] values(Facts facts) {
            return Arrays.stream(of.values(facts)).map(how).toArray();
        }
    }

    /// Element by element; a single number goes with all.
    record Combined(DoubleBinaryOperator how, Quantity left, Quantity right) implements Quantity {
        @Override
        public double[] values(Facts facts) {
            double[] a = left.values(facts);
            double[] b = right.values(facts);
            if (a.length != b.length && a.length != 1 && b.length != 1) {
                throw new UserException(Message.of("lesson.quantity.sizes", a.length, b.length));
            }
            double[] out = new double[Math.max(a.length, b.length)];
            Arrays.setAll(out, i -> how.applyAsDouble(a[a.length == 1 ? 0 : i], b[b.length == 1 ? 0 : i]));
            return out;
        }
    }

    /// @return what came of the last epoch
    /// @throws UserException where none has ended yet
    static EpochReport epoch(Facts facts) {
        EpochReport last = facts.last();
        if (last == null) {
            throw new UserException(Message.of("lesson.quantity.noEpoch"));
        }
        return last;
    }

    /// @return the refusal of a name that the network does not have
    static UserException missing(String name) {
        return new UserException(Message.of("lesson.quantity.unknown", name));
    }
}
