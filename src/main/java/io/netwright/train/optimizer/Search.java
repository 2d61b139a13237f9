package io.netwright.train.optimizer;

/// A step that looks at all parameters at once, and for which the loss of the batch may be computed again. Remembers
/// what it needs from step to step; owned by the thread that owns the parameters.
interface Search {

    /// @return one of its own that remembers the same
    Search copy();

    /// @return all that it remembers, for [#recall]; a copy
    double[] memory();

    /// Takes over what another one of the same settings remembers.
    ///
    /// @param memory as [#memory] gives it. Not modified.
    /// @throws IllegalArgumentException where it cannot come from there
    void recall(double[] memory);

    /// Finds a step.
    ///
    /// @param rate     the learning rate
    /// @param x        all parameters, one behind the other. Not modified.
    /// @param loss     the loss there
    /// @param gradient its derivative there. Not modified.
    /// @return the parameters after the step
    double[] next(double rate, double[] x, double loss, double[] gradient, Objective objective);
}
