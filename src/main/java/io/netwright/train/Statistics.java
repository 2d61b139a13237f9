package io.netwright.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What was seen of the parameters in one step.
///
/// @param step       the step, from 1
/// @param parameters by name, in the order of the network
public record Statistics(long step, SequencedMap<String, OfParameter> parameters) {

    /// One parameter in one step.
    ///
    /// @param node        whose it is
    /// @param weights     after the step
    /// @param gradients   that led to the step
    /// @param updateRatio the norm of the change over the norm of the parameter before it, about 0.001 in a healthy
    ///   run;
    ///                    infinite where the parameter was 0
    public record OfParameter(String node, Distribution weights, Distribution gradients, double updateRatio) {}

    public Statistics {
        parameters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parameters));
    }
}
