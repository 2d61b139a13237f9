package io.netwright.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The raw value of a property as it stands in the document: one of the six shapes of value that JSON knows, less null;
/// or a formula.
///
/// Raw, because a document must be able to hold what a person typed even if no layer accepts it. A layer's `Prop`
/// decodes it, or says what is wrong with it.
public sealed interface PropValue {

    record Bool(boolean value) implements PropValue {}

    record Int(long value) implements PropValue {}

    record Real(double value) implements PropValue {}

    record Text(String value) implements PropValue {}

    record ListOf(List<PropValue> values) implements PropValue {
        public ListOf {
            values = List.copyOf(values);
        }
    }

    /// Named values in the order written; an initialiser is one: `{"type": "constant", "value": 0.1}`.
    record Fields(SequencedMap<String, PropValue> fields) implements PropValue {
        public Fields {
            fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
        }
    }

    /// A number that follows from [Variables], as a person wrote it, and what it came to.
    ///
    /// @param text  such as `4*width`
    /// @param value an [Int] or a [Real]
    record Formula(String text, PropValue value) implements PropValue {}

    /// @return what a formula came to; any other value itself
    default PropValue plain() {
        return this instanceof Formula f ? f.value() : this;
    }

    static PropValue of(boolean value) {
        return new Bool(value);
    }

    static PropValue of(long value) {
        return new Int(value);
    }

    static PropValue of(double value) {
        return new Real(value);
    }

    static PropValue of(String value) {
        return new Text(value);
    }

    /// @return a list of whole numbers, such as a shape or a kernel size
    static PropValue ints(int... values) {
        List<PropValue> list = new ArrayList<>();
        for (int v : values) {
            list.add(new Int(v));
        }
        return new ListOf(list);
    }

    /// @return a list of real numbers
    static PropValue reals(double... values) {
        List<PropValue> list = new ArrayList<>();
        for (double v : values) {
            list.add(new Real(v));
        }
        return new ListOf(list);
    }

    /// @return named values
    static PropValue fields(Map<String, ? extends PropValue> fields) {
        return new Fields(new LinkedHashMap<>(fields));
    }
}
