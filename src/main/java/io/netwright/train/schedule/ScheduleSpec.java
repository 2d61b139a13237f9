package io.netwright.train.schedule;

import io.netwright.layer.Prop;
import io.netwright.network.PropValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Which schedule, and which of its settings differ from their defaults. Immutable and comparable; raw, as a node is:
/// sense is judged by the schedule.
///
/// @param type  as the registry knows it, such as `CosineAnnealing`
/// @param props raw values by key; what is absent has its default
public record ScheduleSpec(String type, SequencedMap<String, PropValue> props) {

    /// For how many units it holds before the next one of a sequence takes over; 0 for the rest of the run.
    public static final Prop.IntProp LENGTH = new Prop.IntProp("length", 0, 0, 1_000_000_000);

    public ScheduleSpec {
        props = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(props));
    }

    /// @return the schedule of that type with all its defaults
    public static ScheduleSpec of(String type) {
        return new ScheduleSpec(type, new LinkedHashMap<>());
    }

    /// @return this with one setting
    public <T> ScheduleSpec with(Prop<T> prop, T value) {
        return with(prop.key(), prop.encode(value));
    }

    /// @return this with one setting
    public ScheduleSpec with(String key, PropValue value) {
        var copy = new LinkedHashMap<>(props);
        copy.put(key, value);
        return new ScheduleSpec(type, copy);
    }

    /// @return this with one setting at its default
    public ScheduleSpec without(String key) {
        var copy = new LinkedHashMap<>(props);
        copy.remove(key);
        return new ScheduleSpec(type, copy);
    }

    /// @return the value that holds
    /// @throws Prop.PropException where the raw value is none that `prop` accepts
    public <T> T get(Prop<T> prop) {
        PropValue raw = props.get(prop.key());
        return raw == null ? prop.defaultValue() : prop.decode(raw);
    }
}
