package io.netwright.ui.training;

import io.netwright.layer.Prop;
import io.netwright.network.Network;
import io.netwright.network.PropValue;
import io.netwright.train.TrainingSpec;
import io.netwright.train.optimizer.OptimizerRegistry;
import io.netwright.train.optimizer.OptimizerSpec;
import io.netwright.ui.Words;
import io.netwright.ui.property.PropText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// In what runs differ, in words.
final class SettingsDifference {

    private static final int MOST = 3;

    private SettingsDifference() {}

    /// @return the settings of `one` that differ from those of `other`, such as `Learning rate 0.01, Epochs 20`; empty
    ///     where none does
    static String of(TrainingSpec one, TrainingSpec other, Words words) {
        Map<String, String> mine = flat(one);
        Map<String, String> theirs = flat(other);
        List<String> keys = new ArrayList<>(mine.keySet());
        keys.removeIf(key -> Objects.equals(mine.get(key), theirs.get(key)));
        return told(mine, keys, words);
    }

    /// @return for each of `all`, those of its settings in which they are not all alike; empty where there are none
    static List<String> among(List<TrainingSpec> all, Words words) {
        List<Map<String, String>> flat =
                all.stream().map(SettingsDifference::flat).toList();
        Set<String> keys = new LinkedHashSet<>();
        flat.forEach(f -> keys.addAll(f.keySet()));
        keys.removeIf(key ->
                flat.stream().map(f -> f.getOrDefault(key, "")).distinct().count() == 1);
        return flat.stream().map(f -> told(f, keys, words)).toList();
    }

    private static String told(Map<String, String> settings, Collection<String> keys, Words words) {
        return keys.stream()
                .filter(settings::containsKey)
                .limit(MOST)
                .map(key -> words.now("train.prop." + key) + " " + settings.get(key))
                .collect(Collectors.joining(", "));
    }

    /// @return in which layers two networks differ; empty where they are alike
    static String network(Network one, Network other, Words words) {
        if (one.equals(other)) {
            return "";
        }
        Set<String> names = new LinkedHashSet<>(one.nodes().keySet());
        names.addAll(other.nodes().keySet());
        names.removeIf(
                name -> Objects.equals(one.nodes().get(name), other.nodes().get(name)));
        return names.isEmpty()
                ? words.now("panels.train.otherWires")
                : words.now(
                        "panels.train.otherLayers", names.stream().limit(MOST).collect(Collectors.joining(", ")));
    }

    /// @return both differences, as far as there are any
    static String joined(String settings, String network) {
        return Stream.of(settings, network).filter(s -> !s.isEmpty()).collect(Collectors.joining(", "));
    }

    /// Plain settings only: what has parts of its own, such as groups of parameters, has no short words.
    private static Map<String, String> flat(TrainingSpec spec) {
        Map<String, String> flat = new LinkedHashMap<>();
        flat.put("optimizer", spec.optimizer().type());
        OptimizerRegistry.STANDARD
                .find(spec.optimizer().type())
                .ifPresent(o -> o.info().props().forEach(p -> put(flat, p.key(), encoded(spec.optimizer(), p))));
        spec.encode().fields().forEach((key, value) -> put(flat, key, value));
        return flat;
    }

    private static <T> PropValue encoded(OptimizerSpec optimizer, Prop<T> prop) {
        return prop.encode(optimizer.get(prop));
    }

    private static void put(Map<String, String> flat, String key, PropValue value) {
        switch (value) {
            case PropValue.Int(long n) -> flat.put(key, Long.toString(n));
            case PropValue.Real(double x) -> flat.put(key, PropText.number(x));
            case PropValue.Text(String t) -> flat.put(key, t);
            default -> {}
        }
    }
}
