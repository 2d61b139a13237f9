package io.netwright.train;

import io.netwright.compile.Raw;
import io.netwright.layer.Prop;
import io.netwright.network.PropValue;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.text.UserException.Where;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// Named raw values with their place in a file: what a setting's own codec reads from. All refusals name the place.
record Fields(SequencedMap<String, PropValue> values, Where at) {

    /// The name of the field that says what kind of thing the others describe.
    static final String TYPE = "type";

    /// @throws UserException where `raw` is no object
    static Fields of(PropValue raw, Where at) {
        if (raw instanceof PropValue.Fields f) {
            return new Fields(f.fields(), at);
        }
        throw refuse(at, Message.of("train.expected.fields"), text(raw));
    }

    /// @throws UserException where there is a field that means nothing
    void requireKnown(List<String> known) {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw new UserException(
                        Message.of("train.problem.unknownSetting", key),
                        inside(key),
                        Message.of("core.expected.choice", String.join(", ", known)),
                        Message.of("train.asIs", key),
                        null);
            }
        }
    }

    /// @return the value that holds
    /// @throws UserException where the property does not accept what stands there
    <T> T get(Prop<T> prop) {
        PropValue raw = values.get(prop.key());
        if (raw == null) {
            return prop.defaultValue();
        }
        try {
            return prop.decode(raw);
        } catch (Prop.PropException e) {
            throw refuse(inside(prop.key()), e.expected(), text(e.found()));
        }
    }

    /// @return the raw values of `props` that are there, each of which its property accepts
    /// @param besides other fields that mean something
    /// @throws UserException where one is not accepted, or a field means nothing
    SequencedMap<String, PropValue> raw(List<Prop<?>> props, String... besides) {
        requireKnown(
                Stream.concat(Stream.of(besides), props.stream().map(Prop::key)).toList());
        var set = new LinkedHashMap<String, PropValue>();
        for (Prop<?> prop : props) {
            PropValue value = values.get(prop.key());
            if (value != null) {
                get(prop);
                set.put(prop.key(), value);
            }
        }
        return set;
    }

    /// @return the type that the fields name
    /// @param types those that there are
    /// @throws UserException where they name none of them
    String type(List<String> types) {
        Message expected = Message.of("core.expected.choice", String.join(", ", types));
        PropValue type = values.get(TYPE);
        if (type instanceof PropValue.Text(String name) && types.contains(name)) {
            return name;
        }
        throw refuse(inside(TYPE), expected, type == null ? Message.of("core.nothing") : text(type));
    }

    /// @return what `read` makes of each element of a list
    /// @param expected what `raw` should be, in words
    /// @throws UserException where `raw` is no list
    static <T> List<T> list(PropValue raw, Where at, Message expected, BiFunction<PropValue, Where, T> read) {
        if (!(raw instanceof PropValue.ListOf(List<PropValue> values))) {
            throw refuse(at, expected, text(raw));
        }
        List<T> list = new ArrayList<>();
        for (PropValue value : values) {
            list.add(read.apply(value, new Where(at.file(), at.place() + "[" + list.size() + "]")));
        }
        return list;
    }

    /// @return the place of a field
    Where inside(String key) {
        return new Where(at.file(), at.place().isEmpty() ? key : at.place() + "." + key);
    }

    static Message text(PropValue raw) {
        return Message.of("train.asIs", Raw.text(raw));
    }

    static UserException refuse(Where where, Message expected, Message found) {
        return new UserException(Message.of("train.problem.setting", where.place()), where, expected, found, null);
    }
}
