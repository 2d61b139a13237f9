package io.netwright.train.schedule;

/// What a schedule makes of the learning rate in one run: what it is multiplied by, unit by unit. A unit is an epoch or
/// a step.
public interface Course {

    /// @param t     the units done since the schedule began, from 0
    /// @param units how many it has in all; beyond them it stays as it ends
    /// @return what the learning rate is multiplied by
    double factor(long t, long units);

    /// Hears how an epoch went; only a schedule that looks at the loss minds.
    ///
    /// @param loss on the validation part, or where there is none on the training part
    default void judged(double loss) {}
}
