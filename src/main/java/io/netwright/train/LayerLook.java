package io.netwright.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What went through each node for some samples, and what came back.
///
/// @param nodes by name, in the order in which the network computes them
public record LayerLook(SequencedMap<String, OfNode> nodes) {

    /// One node.
    ///
    /// @param activations what it gave, over all samples
    /// @param gradients   the loss's derivative with respect to that; null where it does not reach the loss
    /// @param weights     the root mean square of the loss's derivative with respect to the node's parameters, the
    ///                    greatest of them; NaN where it has none
    /// @param dead        the share of its units that gave 0 for every sample, where its function can do that for good
    ///                    (ReLU); else NaN
    /// @param saturated   the share of its numbers within 0.01 of a bound of its function, where it has bounds (tanh,
    ///                    sigmoid); else NaN
    public record OfNode(
            Distribution activations,
            @Nullable Distribution gradients,
            double weights,
            double dead,
            double saturated) {}

    public LayerLook {
        nodes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(nodes));
    }
}
