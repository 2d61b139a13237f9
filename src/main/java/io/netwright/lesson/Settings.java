package io.netwright.lesson;

import io.netwright.network.PropValue;
import java.util.LinkedHashMap;
import java.util.Optional;

/// Settings of a training by their path in a project file, such as `optimizer.learningRate`.
public final class Settings {

    private Settings() {}

    static Optional<PropValue> get(PropValue.Fields settings, String path) {
        int dot = path.indexOf('.');
        PropValue value = settings.fields().get(dot < 0 ? path : path.substring(0, dot));
        if (dot < 0) {
            return Optional.ofNullable(value);
        }
        return value instanceof PropValue.Fields inner ? get(inner, path.substring(dot + 1)) : Optional.empty();
    }

    /// @return the settings with one of them set; another `type` of optimizer brings its own defaults
    public static PropValue.Fields with(PropValue.Fields settings, String path, PropValue value) {
        var fields = new LinkedHashMap<>(settings.fields());
        int dot = path.indexOf('.');
        String key = dot < 0 ? path : path.substring(0, dot);
        if (dot < 0) {
            if (key.equals("type")) {
                fields.clear();
            }
            fields.put(key, value);
        } else {
            PropValue.Fields inner =
                    fields.get(key) instanceof PropValue.Fields f ? f : new PropValue.Fields(new LinkedHashMap<>());
            fields.put(key, with(inner, path.substring(dot + 1), value));
        }
        return new PropValue.Fields(fields);
    }
}
