package io.netwright.project.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// A JSON value and where it stands in its file. Immutable.
public sealed interface Json {

    /// A place in a text.
    ///
    /// @param line   from 1; 0 where the value comes from no file
    /// @param column from 1, in characters
    record Place(int line, int column) {
        public static final Place NONE = new Place(0, 0);
    }

    /// @return where the value begins
    Place at();

    /// Named values, in order.
    record Obj(SequencedMap<String, Json> fields, Place at) implements Json {
        public Obj {
            fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
        }
    }

    record Arr(List<Json> elements, Place at) implements Json {
        public Arr {
            elements = List.copyOf(elements);
        }
    }

    record Str(String value, Place at) implements Json {}

    /// A number as it is written, so that none is rounded on the way.
    record Num(String text, Place at) implements Json {

        /// @return whether it is written as a whole number
        public boolean isWhole() {
            return text.chars().allMatch(c -> c == '-' || c >= '0' && c <= '9');
        }
    }

    record Bool(boolean value, Place at) implements Json {}

    record Null(Place at) implements Json {}

    static Json of(Map<String, ? extends Json> fields) {
        return new Obj(new LinkedHashMap<>(fields), Place.NONE);
    }

    static Json of(List<? extends Json> elements) {
        return new Arr(List.copyOf(elements), Place.NONE);
    }

    static Json of(String value) {
        return new Str(value, Place.NONE);
    }

    static Json of(boolean value) {
        return new Bool(value, Place.NONE);
    }

    static Json of(long value) {
        return new Num(Long.toString(value), Place.NONE);
    }

    /// @return the shortest number that reads back as `value`, always recognisable as a real one (`3.0`, `1e-5`); the
    ///     text `NaN`, `Infinity` or `-Infinity` where JSON has no number for it
    static Json of(double value) {
        return Double.isFinite(value) ? new Num(Numbers.real(value), Place.NONE) : of(Double.toString(value));
    }

    /// As [#of(double)], but without the `.0` of a whole number: for places where every number is a real one.
    static Json plain(double value) {
        return Double.isFinite(value) ? new Num(Numbers.plain(value), Place.NONE) : of(Double.toString(value));
    }
}
