package io.netwright.ui.property;

import io.netwright.layer.Prop;
import io.netwright.network.PropValue;
import io.netwright.network.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Raw property values as text in a field, and back. What cannot be read as the kind of value that a property wants is
/// kept as text, so that nothing typed is lost.
public final class PropText {

    private PropText() {}

    /// @return the value as a person writes it: `64`, `0.5`, `3 × 3`
    static String format(PropValue raw) {
        return switch (raw) {
            case PropValue.Bool(boolean b) -> Boolean.toString(b);
            case PropValue.Int(long i) -> Long.toString(i);
            case PropValue.Real(double d) -> number(d);
            case PropValue.Formula(String text, PropValue _) -> text;
            case PropValue.Text(String s) -> s;
            case PropValue.ListOf(List<PropValue> values) ->
                values.stream().map(PropText::format).collect(Collectors.joining(" × "));
            case PropValue.Fields f ->
                f.fields().entrySet().stream()
                        .map(e -> e.getKey() + " = " + format(e.getValue()))
                        .collect(Collectors.joining(", "));
        };
    }

    /// @return the shortest text that reads back as `d`: `0.001`, `1e-5`, `2`
    public static String number(double d) {
        if (d == Math.rint(d) && Math.abs(d) < 1e7) {
            return Long.toString((long) d);
        }
        double size = Math.abs(d);
        if (size >= 1e-4 && size < 1e7) {
            return new java.math.BigDecimal(Double.toString(d))
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return Double.toString(d).replace(".0E", "e").replace("E", "e");
    }

    /// @param variables what formulas are made with; null where none are taken
    /// @return as [#parse(Prop, String)], or a formula
    static PropValue parse(Prop<?> prop, String text, @Nullable Variables variables) {
        PropValue value = parse(prop, text);
        return variables != null && value instanceof PropValue.Text && takesFormulas(prop)
                ? variables.evaluate(text.strip()).map(PropValue.class::cast).orElse(value)
                : value;
    }

    /// @return whether a formula may stand there: where there is one number
    static boolean takesFormulas(Prop<?> prop) {
        return prop instanceof Prop.IntProp || prop instanceof Prop.RealProp;
    }

    /// @return what `text` is as a value of `prop`; text where it is none
    static PropValue parse(Prop<?> prop, String text) {
        String t = text.strip();
        PropValue kept = PropValue.of(t);
        return switch (prop) {
            case Prop.IntProp _ -> whole(t, kept);
            case Prop.RealProp _ -> real(t, kept);
            case Prop.IntsProp _ -> several(t, PropText::whole, kept);
            case Prop.RealsProp _ -> several(t, PropText::real, kept);
            case Prop.BoolProp _ -> t.equals("true") || t.equals("false") ? PropValue.of(t.equals("true")) : kept;
            case Prop.ChoiceProp _ -> kept;
            case Prop.TextProp _ -> PropValue.of(text);
            case Prop.InitProp _ -> kept;
        };
    }

    /// Thousands may be set off with commas, underscores or blanks.
    private static PropValue whole(String t, PropValue kept) {
        try {
            return PropValue.of(Long.parseLong(t.replaceAll("(?<=\\d)[,_ ](?=\\d{3})", "")));
        } catch (NumberFormatException e) {
            return kept;
        }
    }

    static PropValue real(String t, PropValue kept) {
        // Java reads "1d" and "0x1p3" as numbers; people do not
        if (!t.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
            return kept;
        }
        double value = Double.parseDouble(t);
        return Double.isFinite(value) ? PropValue.of(value) : kept;
    }

    /// `3 × 3`, `3x3`, `3, 3` and `3 3` are all two numbers; nothing is none.
    private static PropValue several(String t, BiFunction<String, PropValue, PropValue> read, PropValue kept) {
        List<PropValue> values = new ArrayList<>();
        for (String part : t.split("[\\s,;×xX*]+")) {
            if (part.isEmpty()) {
                continue;
            }
            PropValue value = read.apply(part, kept);
            if (value.equals(kept)) {
                return kept;
            }
            values.add(value);
        }
        return values.size() == 1 ? values.getFirst() : new PropValue.ListOf(values);
    }
}
