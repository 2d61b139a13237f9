package io.netwright.layer;

import io.netwright.network.Node;
import io.netwright.network.PropValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The lines of the bench, by topic.
final class CatalogueBenches {

    private static final List<Map<String, List<Bench>>> TOPICS = List.of(
            WindowBenches.LINES,
            ElementBenches.LINES,
            LossBenches.LINES,
            SequenceBenches.LINES,
            ShapeBenches.LINES,
            BlockBenches.LINES);

    /// Losses that are also tested against class indices.
    static final Set<String> TAKES_CLASSES = Set.of("CrossEntropy", "NLL", "Focal", "Dice", "Hinge", "CTC");

    private CatalogueBenches() {}

    /// @return the layer that brings numbers into the range that `layer` takes; most take any
    static Optional<String> before(Node layer) {
        boolean logarithms =
                layer.props().getOrDefault("logInput", PropValue.of(true)).equals(PropValue.of(true));
        return switch (layer.type()) {
            case "BCE" -> Optional.of("Sigmoid");
            case "PoissonNLL" -> logarithms ? Optional.empty() : Optional.of("Softplus");
            default -> Optional.empty();
        };
    }

    /// @return the benches for layers of that type
    static List<Bench> of(String type) {
        return TOPICS.stream()
                .map(lines -> lines.get(type))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("put " + type + " on the bench"));
    }
}
