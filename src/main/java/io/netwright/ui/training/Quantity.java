package io.netwright.ui.training;

import io.netwright.train.Distribution;
import io.netwright.train.LayerLook;
import io.netwright.train.Statistics;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What of a layer is shown.
enum Quantity {
    WEIGHTS,
    GRADIENTS,
    UPDATES,
    ACTIVATIONS;

    /// @return names it in ids and in the bundles
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @return whether it belongs to the backward pass, which has a colour of its own
    boolean isBackward() {
        return this == GRADIENTS;
    }

    /// @param look       what went through the nodes; null where that is not known
    /// @param statistics what became of the parameters; null where that is not known
    /// @return how it is spread in a node, of its first parameter, the weights, where it is about parameters; null
    ///   where there is
    ///     none
    @Nullable
    Distribution of(String node, @Nullable LayerLook look, @Nullable Statistics statistics) {
        if (this == ACTIVATIONS) {
            LayerLook.OfNode seen = look == null ? null : look.nodes().get(node);
            return seen == null ? null : seen.activations();
        }
        Statistics.OfParameter first = first(node, statistics);
        if (first == null) {
            return null;
        }
        return switch (this) {
            case WEIGHTS, ACTIVATIONS -> first.weights();
            case GRADIENTS -> first.gradients();
            case UPDATES -> first.updates();
        };
    }

    private static Statistics.@Nullable OfParameter first(String node, @Nullable Statistics statistics) {
        return statistics == null
                ? null
                : statistics.parameters().values().stream()
                        .filter(p -> p.node().equals(node))
                        .findFirst()
                        .orElse(null);
    }
}
