package io.netwright.layer;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The lines of the bench, by topic.
final class CatalogueBenches {

    private static final List<Map<String, List<Bench>>> TOPICS = List.of(WindowBenches.LINES, ElementBenches.LINES);

    private CatalogueBenches() {}

    /// @return the benches for layers of that type
    static List<Bench> of(String type) {
        return TOPICS.stream()
                .map(lines -> lines.get(type))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("put " + type + " on the bench"));
    }
}
