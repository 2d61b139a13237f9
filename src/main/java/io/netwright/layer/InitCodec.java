package io.netwright.layer;

import io.netwright.network.PropValue;
import io.netwright.program.init.Initialiser;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Initialisers as property values: a name where it needs nothing more (`"heNormal"`), else fields (`{"type":
/// "constant", "value": 0.1}`, `{"type": "explicit", "values": [[1, 2], [3, 4]]}`). A number that is left out has its
/// default.
final class InitCodec {

    private static final String TYPE = "type";
    private static final String EXPLICIT = "explicit";
    private static final String VALUES = "values";

    static final List<String> TYPES = Stream.concat(InitForm.ALL.stream().map(InitForm::type), Stream.of(EXPLICIT))
            .toList();

    private InitCodec() {}

    static Initialiser decode(PropValue raw, Message expected) {
        try {
            return switch (raw) {
                case PropValue.Text(String type) -> made(type, Map.of());
                case PropValue.Fields(var fields)
                when fields.get(TYPE) instanceof PropValue.Text(String type) ->
                    type.equals(EXPLICIT) ? new Initialiser.Explicit(numbers(fields.get(VALUES))) : made(type, fields);
                default -> throw new IllegalArgumentException();
            };
        } catch (IllegalArgumentException e) {
            throw new Prop.PropException(expected, raw);
        }
    }

    private static Initialiser made(String type, Map<String, PropValue> fields) {
        InitForm form = InitForm.of(type).orElseThrow(IllegalArgumentException::new);
        for (String key : fields.keySet()) {
            if (!key.equals(TYPE) && !form.numbers().containsKey(key)) {
                throw new IllegalArgumentException(key);
            }
        }
        double[] numbers = form.numbers().entrySet().stream()
                .mapToDouble(e -> fields.containsKey(e.getKey()) ? number(fields.get(e.getKey())) : e.getValue())
                .toArray();
        return form.make().apply(numbers);
    }

    private static double number(@Nullable PropValue v) {
        return switch (v) {
            case PropValue.Real(double d) -> d;
            case PropValue.Int(long i) -> i;
            case null, default -> throw new IllegalArgumentException();
        };
    }

    private static List<Double> numbers(@Nullable PropValue v) {
        List<Double> flat = new ArrayList<>();
        if (!(v instanceof PropValue.ListOf(List<PropValue> list))) {
            throw new IllegalArgumentException();
        }
        for (PropValue element : list) {
            if (element instanceof PropValue.ListOf) {
                flat.addAll(numbers(element));
            } else {
                flat.add(number(element));
            }
        }
        return flat;
    }

    static PropValue encode(Initialiser value) {
        var fields = new LinkedHashMap<String, PropValue>();
        fields.put(TYPE, PropValue.of(value.type()));
        if (value instanceof Initialiser.Explicit(List<Double> values)) {
            fields.put(
                    VALUES,
                    PropValue.reals(
                            values.stream().mapToDouble(Double::doubleValue).toArray()));
            return PropValue.fields(fields);
        }
        InitForm form = InitForm.of(value.type()).orElseThrow();
        double[] numbers = form.read().apply(value);
        int i = 0;
        for (String key : form.numbers().keySet()) {
            fields.put(key, PropValue.of(numbers[i++]));
        }
        return numbers.length == 0 ? PropValue.of(value.type()) : PropValue.fields(fields);
    }
}
