package io.netwright.ui.step;

import java.util.Locale;

/// How far one step forwards or backwards goes, finest first.
enum Granularity {
    /// One term of the sum that made an element.
    TERM,
    /// One element of a frame's result.
    ELEMENT,
    /// One op, or one parameter's update: a frame.
    OP,
    LAYER,
    /// One sample of the batch, in the same frame.
    SAMPLE,
    /// One training step.
    BATCH,
    EPOCH;

    /// @return its name in the bundles and in ids
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @return whether it leads to other weights, which may have to be trained first
    boolean isAlongTheRun() {
        return this == BATCH || this == EPOCH;
    }
}
