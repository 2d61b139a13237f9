package io.netwright.data;

import io.netwright.network.PropValue;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import org.jspecify.annotations.Nullable;

/// A number that a person may choose for a source of data: its key, default and limits, said once. Editors, files and
/// the source itself all go by it.
public sealed interface Parameter {

    /// @return what a project file calls it
    String key();

    /// @return what it is where a project file does not say
    PropValue defaultValue();

    /// @return what a person calls it; key `data.param.<key>`
    default Message label() {
        return Message.of("data.param." + key());
    }

    /// @return what it does, in a sentence; key `data.param.<key>.help`
    default Message help() {
        return Message.of("data.param." + key() + ".help");
    }

    /// A whole number from `min` to `max`.
    record Whole(String key, long fallback, long min, long max) implements Parameter {
        @Override
        public PropValue defaultValue() {
            return PropValue.of(fallback);
        }

        /// @return the value that `raw` stands for; the default where it is absent
        /// @throws UserException where `raw` is not a whole number within the limits
        public long decode(@Nullable PropValue raw) {
            long value;
            switch (raw) {
                case null -> value = fallback;
                case PropValue.Int i -> value = i.value();
                case PropValue.Real r
                when r.value() == Math.rint(r.value()) && Math.abs(r.value()) <= 0x1p53 -> value = (long) r.value();
                default -> throw refuse(this, raw, Message.of("data.expected.whole", text(min), text(max)));
            }
            if (value < min || value > max) {
                throw refuse(this, PropValue.of(value), Message.of("data.expected.whole", text(min), text(max)));
            }
            return value;
        }
    }

    /// A real number from `min` to `max`.
    record Real(String key, double fallback, double min, double max) implements Parameter {
        @Override
        public PropValue defaultValue() {
            return PropValue.of(fallback);
        }

        /// @return the value that `raw` stands for; the default where it is absent
        /// @throws UserException where `raw` is not a number within the limits
        public double decode(@Nullable PropValue raw) {
            double value =
                    switch (raw) {
                        case null -> fallback;
                        case PropValue.Int i -> i.value();
                        case PropValue.Real r -> r.value();
                        default -> throw refuse(this, raw, Message.of("data.expected.real", text(min), text(max)));
                    };
            if (!(value >= min && value <= max)) {
                throw refuse(this, PropValue.of(value), Message.of("data.expected.real", text(min), text(max)));
            }
            return value;
        }
    }

    private static UserException refuse(Parameter parameter, PropValue found, Message expected) {
        String shown =
                switch (found) {
                    case PropValue.Int i -> text(i.value());
                    case PropValue.Real r -> text(r.value());
                    case PropValue.Text t -> '"' + t.value() + '"';
                    case PropValue.Bool b -> Boolean.toString(b.value());
                    case PropValue.ListOf l -> "[...]";
                    case PropValue.Formula f -> f.text();
                    case PropValue.Fields f -> "{...}";
                };
        return Refusal.inProject(
                "data.source." + parameter.key(),
                Message.of("data.param.refused", parameter.label()),
                expected,
                Refusal.text(shown));
    }

    /// Numbers as a project file writes them; a message would group and round them.
    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : "" + value;
    }

    private static String text(long value) {
        return Long.toString(value);
    }
}
