package io.netwright.project.json;

import io.netwright.network.PropValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Raw property values to and from JSON: whole numbers stay whole, real ones real.
public final class PropJson {

    private PropJson() {}

    public static Json encode(PropValue value) {
        return switch (value) {
            case PropValue.Bool(boolean b) -> Json.of(b);
            case PropValue.Int(long i) -> Json.of(i);
            case PropValue.Real(double d) -> Json.of(d);
            case PropValue.Text(String s) -> Json.of(s);
            case PropValue.ListOf(List<PropValue> values) ->
                Json.of(values.stream().map(PropJson::encode).toList());
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
                yield PropValue.fields(fields);
            }
            case Json.Null n ->
                throw at.refuse(
                        io.netwright.text.Message.of("project.json.null"),
                        io.netwright.text.Message.of("project.json.aValue"));
        };
    }
}
