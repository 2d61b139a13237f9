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
    /// @param updates     what the step added
    /// @param updateRatio the norm of the change over the norm of the parameter before it, about 0.001 in a healthy
    ///   run;
    ///                    infinite where the parameter was 0
    public record OfParameter(
            String node, Distribution weights, Distribution gradients, Distribution updates, double updateRatio) {}

    /// @return the norm of the change of all parameters of a node over their norm before it; NaN where nothing was seen
    ///     of them, or where they were 0
    public double updateRatio(String node) {
        double changed = 0;
        double whole = 0;
        for (OfParameter p : parameters.values()) {
            if (p.node().equals(node)) {
                changed += p.updates().norm() * p.updates().norm();
                // ratio = change / whole before; a parameter that was 0 weighs nothing
                double before = p.updateRatio() > 0
                        ? p.updates().norm() / p.updateRatio()
                        : p.weights().norm();
                whole += before * before;
            }
        }
        return whole == 0 ? Double.NaN : Math.sqrt(changed / whole);
    }

    public Statistics {
        parameters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parameters));
    }
}
