package io.netwright.layer;

import io.netwright.network.PropValue;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.List;

/// A property of a layer: its key in files, its default (written here and nowhere else) and what is allowed.
///
/// Sealed: the inspector picks an editor for each kind by an exhaustive switch. The label is in the bundles under
/// `layers.prop.<key>`.
///
/// @param <T> what the layer gets to see
public sealed interface Prop<T> {

    /// @return the name in files, in camel case
    String key();

    /// @return what holds where the document says nothing
    T defaultValue();

    /// @return the value as a layer sees it; of a formula, what it came to
    /// @throws PropException where the raw value is of another kind or out of range; the message says expected and
    ///   found
    default T decode(PropValue raw) {
        return decodePlain(raw.plain());
    }

    /// As [#decode], of a value that is no formula.
    T decodePlain(PropValue raw);

    /// @return the raw value that [#decode] gives back as `value`
    PropValue encode(T value);

    /// @return what [#decode] accepts, in words: "a whole number from 1 to 65,536"
    Message expected();

    /// Says that a raw value is none that the property accepts.
    final class PropException extends RuntimeException {
        private final transient Message expected;
        private final transient PropValue found;

        public PropException(Message expected, PropValue found) {
            super(expected.key() + " but " + found);
            this.expected = expected;
            this.found = found;
        }

        public Message expected() {
            return expected;
        }

        public PropValue found() {
            return found;
        }
    }

    /// A whole number in a range.
    record IntProp(String key, Integer defaultValue, int min, int max) implements Prop<Integer> {
        @Override
        public Integer decodePlain(PropValue raw) {
            if (raw instanceof PropValue.Int(long v) && v >= min && v <= max) {
                return (int) v;
            }
            throw new PropException(expected(), raw);
        }

        @Override
        public PropValue encode(Integer value) {
            return new PropValue.Int(value);
        }

        @Override
        public Message expected() {
            return Message.of("core.expected.int", min, max);
        }
    }

    /// A real number in a closed range.
    record RealProp(String key, Double defaultValue, double min, double max) implements Prop<Double> {
        @Override
        public Double decodePlain(PropValue raw) {
            double v =
                    switch (raw) {
                        case PropValue.Real(double d) -> d;
                        case PropValue.Int(long i) -> i;
                        default -> Double.NaN;
                    };
            if (v >= min && v <= max) {
                return v;
            }
            throw new PropException(expected(), raw);
        }

        @Override
        public PropValue encode(Double value) {
            return new PropValue.Real(value);
        }

        @Override
        public Message expected() {
            return Message.of("core.expected.real", Double.toString(min), Double.toString(max));
        }
    }

    /// On or off.
    record BoolProp(String key, Boolean defaultValue) implements Prop<Boolean> {
        @Override
        public Boolean decodePlain(PropValue raw) {
            if (raw instanceof PropValue.Bool(boolean b)) {
                return b;
            }
            throw new PropException(expected(), raw);
        }

        @Override
        public PropValue encode(Boolean value) {
            return new PropValue.Bool(value);
        }

        @Override
        public Message expected() {
            return Message.of("core.expected.bool");
        }
    }

    /// One of a few names. Labels are in the bundles under `layers.choice.<option>`.
    record ChoiceProp(String key, String defaultValue, List<String> options) implements Prop<String> {
        public ChoiceProp {
            options = List.copyOf(options);
        }

        @Override
        public String decodePlain(PropValue raw) {
            if (raw instanceof PropValue.Text(String s) && options.contains(s)) {
                return s;
            }
            throw new PropException(expected(), raw);
        }

        @Override
        public PropValue encode(String value) {
            return new PropValue.Text(value);
        }

        @Override
        public Message expected() {
            return Message.of("core.expected.choice", String.join(", ", options));
        }
    }

    /// Several whole numbers, such as a kernel of 3 x 3 or the shape of an input.
    ///
    /// @param minCount the fewest numbers
    /// @param maxCount the most numbers; where one number stands for `maxCount` equal ones, `minCount` equals
    ///   `maxCount`
    ///                 and a raw single number is accepted
    record IntsProp(String key, List<Integer> defaultValue, int minCount, int maxCount, int min, int max)
            implements Prop<List<Integer>> {
        public IntsProp {
            defaultValue = List.copyOf(defaultValue);
        }

        @Override
        public List<Integer> decodePlain(PropValue raw) {
            List<Integer> list = new ArrayList<>();
            switch (raw) {
                case PropValue.Int one
                when minCount == maxCount -> {
                    for (int i = 0; i < minCount; i++) {
                        list.add(element(one, raw));
                    }
                }
                case PropValue.ListOf(List<PropValue> values) -> values.forEach(v -> list.add(element(v, raw)));
                default -> throw new PropException(expected(), raw);
            }
            if (list.size() < minCount || list.size() > maxCount) {
                throw new PropException(expected(), raw);
            }
            return List.copyOf(list);
        }

        private int element(PropValue value, PropValue whole) {
            if (value instanceof PropValue.Int(long v) && v >= min && v <= max) {
                return (int) v;
            }
            throw new PropException(expected(), whole);
        }

        @Override
        public PropValue encode(List<Integer> value) {
            return PropValue.ints(value.stream().mapToInt(Integer::intValue).toArray());
        }

        @Override
        public Message expected() {
            return minCount == maxCount
                    ? Message.of("core.expected.ints", minCount, min, max)
                    : Message.of("core.expected.intsRange", minCount, maxCount, min, max);
        }
    }

    /// Several real numbers in a closed range, such as the weights of classes.
    record RealsProp(String key, List<Double> defaultValue, int minCount, int maxCount, double min, double max)
            implements Prop<List<Double>> {
        public RealsProp {
            defaultValue = List.copyOf(defaultValue);
        }

        /// A single number is a list of one.
        @Override
        public List<Double> decodePlain(PropValue raw) {
            List<Double> list = new ArrayList<>();
            RealProp each = new RealProp(key, min, min, max);
            try {
                if (raw instanceof PropValue.ListOf(List<PropValue> values)) {
                    values.forEach(v -> list.add(each.decode(v)));
                } else {
                    list.add(each.decode(raw));
                }
            } catch (PropException e) {
                throw new PropException(expected(), raw);
            }
            if (list.size() < minCount || list.size() > maxCount) {
                throw new PropException(expected(), raw);
            }
            return List.copyOf(list);
        }

        @Override
        public PropValue encode(List<Double> value) {
            return PropValue.reals(
                    value.stream().mapToDouble(Double::doubleValue).toArray());
        }

        @Override
        public Message expected() {
            return Message.of(
                    "core.expected.realsRange", minCount, maxCount, Double.toString(min), Double.toString(max));
        }
    }

    /// Free text.
    record TextProp(String key, String defaultValue) implements Prop<String> {
        @Override
        public String decodePlain(PropValue raw) {
            if (raw instanceof PropValue.Text(String s)) {
                return s;
            }
            throw new PropException(expected(), raw);
        }

        @Override
        public PropValue encode(String value) {
            return new PropValue.Text(value);
        }

        @Override
        public Message expected() {
            return Message.of("core.expected.text");
        }
    }

    /// What a parameter holds before training; see [InitCodec] for its form in files.
    record InitProp(String key, io.netwright.program.init.Initialiser defaultValue)
            implements Prop<io.netwright.program.init.Initialiser> {
        /// @return the names of all initialisers; labels are in the bundles under `layers.init.<name>`
        public static List<String> types() {
            return InitCodec.TYPES;
        }

        @Override
        public io.netwright.program.init.Initialiser decodePlain(PropValue raw) {
            return InitCodec.decode(raw, expected());
        }

        @Override
        public PropValue encode(io.netwright.program.init.Initialiser value) {
            return InitCodec.encode(value);
        }

        @Override
        public Message expected() {
            return Message.of("core.expected.init", String.join(", ", InitCodec.TYPES));
        }
    }
}
