package io.netwright.train.optimizer;

import io.netwright.layer.Prop;
import io.netwright.network.PropValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Which optimizer, and which of its hyper-parameters differ from their defaults. Immutable and comparable; raw, as a
/// node is: sense is judged by the optimizer.
///
/// @param type  as the registry knows it, such as `Adam`
/// @param props raw values by key; what is absent has its default
public record OptimizerSpec(String type, SequencedMap<String, PropValue> props) {

    public OptimizerSpec {
        props = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(props));
    }

    /// @return the optimizer of that type with all its defaults
    public static OptimizerSpec of(String type) {
        return new OptimizerSpec(type, new LinkedHashMap<>());
    }

    /// @return this with one hyper-parameter set
    public OptimizerSpec with(String key, PropValue value) {
        var copy = new LinkedHashMap<>(props);
        copy.put(key, value);
        return new OptimizerSpec(type, copy);
    }

    /// @return this with one hyper-parameter set
    public <T> OptimizerSpec with(Prop<T> prop, T value) {
        return with(prop.key(), prop.encode(value));
    }

    /// @return this with one hyper-parameter at its default
    public OptimizerSpec without(String key) {
        var copy = new LinkedHashMap<>(props);
        copy.remove(key);
        return new OptimizerSpec(type, copy);
    }

    /// @return the value that holds
    /// @throws Prop.PropException where the raw value is none that `prop` accepts
    public <T> T get(Prop<T> prop) {
        PropValue raw = props.get(prop.key());
        return raw == null ? prop.defaultValue() : prop.decode(raw);
    }
}
