package io.netwright.train;

import java.time.Duration;
import java.util.Set;

/// What somebody wants to see of the parameters while they are trained.
///
/// @param parameters their names; empty for all
/// @param every      the shortest time from one look to the next. Each look costs about as much as a pass over the
///                   parameters, which happens on the training thread
/// @param bins       of the histograms
public record Watch(Set<String> parameters, Duration every, int bins) {

    public Watch {
        parameters = Set.copyOf(parameters);
        if (every.isNegative() || bins < 1) {
            throw new IllegalArgumentException("every " + every + ", " + bins + " bins");
        }
    }

    /// All parameters, four times a second.
    public static final Watch ALL = new Watch(Set.of(), Duration.ofMillis(250), 40);

    boolean includes(String parameter) {
        return parameters.isEmpty() || parameters.contains(parameter);
    }
}
