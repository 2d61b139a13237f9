package io.netwright.layer;

import io.netwright.network.PropValue;
import io.netwright.program.init.Initialiser;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Initialisers as property values: a name where it needs nothing more (`"heNormal"`), else fields
/// (`{"type": "constant", "value": 0.1}`, `{"type": "explicit", "values": [[1, 2], [3, 4]]}`).
final class InitCodec {

    static final List<String> TYPES =
            List.of("glorotUniform", "glorotNormal", "heUniform", "heNormal", "zeros", "constant", "explicit");

    private InitCodec() {}

    static Initialiser decode(PropValue raw, Message expected) {
        try {
            return switch (raw) {
                case PropValue.Text(String type) -> plain(type);
                case PropValue.Fields f -> {
                    String type = f.fields().get("type") instanceof PropValue.Text(String t) ? t : "";
                    yield switch (type) {
                        case "constant" ->
                            new Initialiser.Constant(number(f.fields().get("value")));
                        case "explicit" ->
                            new Initialiser.Explicit(numbers(f.fields().get("values")));
                        default -> plain(type);
                    };
                }
                default -> throw new IllegalArgumentException();
            };
        } catch (IllegalArgumentException e) {
            throw new Prop.PropException(expected, raw);
        }
    }

    private static Initialiser plain(String type) {
        return switch (type) {
            case "glorotUniform" -> new Initialiser.GlorotUniform();
            case "glorotNormal" -> new Initialiser.GlorotNormal();
            case "heUniform" -> new Initialiser.HeUniform();
            case "heNormal" -> new Initialiser.HeNormal();
            case "zeros" -> new Initialiser.Zeros();
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static double number(@org.jspecify.annotations.Nullable PropValue v) {
        return switch (v) {
            case PropValue.Real(double d) -> d;
            case PropValue.Int(long i) -> i;
            case null, default -> throw new IllegalArgumentException();
        };
    }

    private static List<Double> numbers(@org.jspecify.annotations.Nullable PropValue v) {
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
        return switch (value) {
            case Initialiser.Constant(double v) -> {
                var f = new LinkedHashMap<String, PropValue>();
                f.put("type", PropValue.of(value.type()));
                f.put("value", PropValue.of(v));
                yield PropValue.fields(f);
            }
            case Initialiser.Explicit(List<Double> values) -> {
                var f = new LinkedHashMap<String, PropValue>();
                f.put("type", PropValue.of(value.type()));
                f.put(
                        "values",
                        PropValue.reals(
                                values.stream().mapToDouble(Double::doubleValue).toArray()));
                yield PropValue.fields(f);
            }
            default -> PropValue.of(value.type());
        };
    }
}
