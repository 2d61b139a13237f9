package io.netwright.compile;

import io.netwright.network.PropValue;
import java.util.stream.Collectors;

/// Raw values as a person would write them in a project file.
public final class Raw {

    private Raw() {}

    /// @return `value` as it would stand in the file
    public static String text(PropValue value) {
        return switch (value) {
            case PropValue.Bool(boolean b) -> Boolean.toString(b);
            case PropValue.Int(long i) -> Long.toString(i);
            case PropValue.Real(double d) -> Double.toString(d);
            case PropValue.Formula(String formula, PropValue number) -> formula + " = " + text(number);
            case PropValue.Text(String s) -> '"' + s + '"';
            case PropValue.ListOf l -> l.values().stream().map(Raw::text).collect(Collectors.joining(", ", "[", "]"));
            case PropValue.Fields f ->
                f.fields().entrySet().stream()
                        .map(e -> '"' + e.getKey() + "\": " + text(e.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }
}
