package io.netwright.project.json;

import io.netwright.network.PropValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Raw property values to and from JSON: whole numbers stay whole, real ones real.
public final class PropJson {

    private static final String FORMULA = "formula";
    private static final String VALUE = "value";

    private PropJson() {}

    public static Json encode(PropValue value) {
        return switch (value) {
            case PropValue.Bool(boolean b) -> Json.of(b);
            case PropValue.Int(long i) -> Json.of(i);
            case PropValue.Real(double d) -> Json.of(d);
            case PropValue.Text(String s) -> Json.of(s);
            case PropValue.ListOf(List<PropValue> values) ->
                Json.of(values.stream().map(PropJson::encode).toList());
            case PropValue.Formula(String text, PropValue number) -> {
                var fields = new LinkedHashMap<String, Json>();
                fields.put(FORMULA, Json.of(text));
                fields.put(VALUE, encode(number));
                yield Json.of(fields);
            }
            case PropValue.Fields f -> {
                var fields = new LinkedHashMap<String, Json>();
                f.fields().forEach((key, v) -> fields.put(key, encode(v)));
                yield Json.of(fields);
            }
        };
    }

    /// @throws io.netwright.text.UserException where something is null, or a number is beyond 64 bits
    public static PropValue decode(Cursor at) {
        return switch (at.json()) {
            case Json.Bool b -> PropValue.of(at.bool());
            case Json.Num n -> n.isWhole() ? PropValue.of(at.whole()) : PropValue.of(at.real());
            case Json.Str s -> PropValue.of(at.text());
            case Json.Arr a -> {
                List<PropValue> values = new ArrayList<>();
                at.elements().forEach(e -> values.add(decode(e)));
                yield new PropValue.ListOf(values);
            }
            case Json.Obj o -> {
                var fields = new LinkedHashMap<String, PropValue>();
                at.fields().forEach((key, v) -> fields.put(key, decode(v)));
                yield formula(fields).orElseGet(() -> PropValue.fields(fields));
            }
            case Json.Null n ->
                throw at.refuse(
                        io.netwright.text.Message.of("project.json.null"),
                        io.netwright.text.Message.of("project.json.aValue"));
        };
    }

    private static Optional<PropValue> formula(Map<String, PropValue> fields) {
        return fields.keySet().equals(Set.of(FORMULA, VALUE))
                        && fields.get(FORMULA) instanceof PropValue.Text(String text)
                        && (fields.get(VALUE) instanceof PropValue.Int || fields.get(VALUE) instanceof PropValue.Real)
                ? Optional.of(new PropValue.Formula(text, fields.get(VALUE)))
                : Optional.empty();
    }
}
