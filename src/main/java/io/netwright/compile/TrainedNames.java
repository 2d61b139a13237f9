package io.netwright.compile;

import io.netwright.compile.Compilation.Trained;
import io.netwright.layer.Prop;
import io.netwright.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What each node asked to have trained, by its place: once, however many copies of it there are. What is in a block or
/// a part of a layer is asked for by that too.
final class TrainedNames {

    private final Map<String, Set<Trained>> byPlace = new HashMap<>();

    void begin(Leaf leaf) {
        byPlace.putIfAbsent(leaf.place(), new LinkedHashSet<>());
    }

    /// Takes note of a parameter, the refused one included.
    void add(Leaf leaf, String name, Shape shape, @Nullable Prop<?> prop) {
        put(leaf.place(), new Trained(name, shape, prop == null ? null : prop.key()));
        String full = leaf.place() + "." + name;
        leaf.around().forEach(place -> put(place, new Trained(full.substring(place.length() + 1), shape, null)));
    }

    private void put(String place, Trained trained) {
        byPlace.computeIfAbsent(place, p -> new LinkedHashSet<>()).add(trained);
    }

    Map<String, List<Trained>> all() {
        Map<String, List<Trained>> all = new HashMap<>();
        byPlace.forEach((place, set) -> all.put(place, new ArrayList<>(set)));
        return all;
    }
}
