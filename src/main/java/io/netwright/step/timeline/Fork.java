package io.netwright.step.timeline;

import io.netwright.step.timeline.Timeline.Watcher;
import io.netwright.tensor.Tensor;
import io.netwright.train.Moment;
import java.util.Arrays;
import java.util.Optional;

/// Two futures of one moment: the run as it goes on, and as it goes on with one thing changed.
///
/// @param step        where they part: so many steps had been taken
/// @param loss        the losses as they are, by step from 0; shorter than the run where it diverged
/// @param otherLoss   the losses as they would be, the same as the others before `step`
/// @param weight      the watched weight before each step from `step` on, as it is
/// @param otherWeight the same as it would be
public record Fork(int step, double[] loss, double[] otherLoss, double[] weight, double[] otherWeight) {

    /// Runs both futures for some steps.
    ///
    /// @param run       the run; it is left wherever it is
    /// @param step      where they part
    /// @param steps     how far they are followed
    /// @param parameter whose element is watched
    /// @param element   in row-major order
    /// @return empty where the watcher ended it; it hears of twice as many steps
    public static Optional<Fork> of(
            Timeline run, int step, int steps, Change change, String parameter, int element, Watcher watcher) {
        Optional<Moment> begin = run.at(step, watcher);
        if (begin.isEmpty()) {
            return Optional.empty();
        }
        int from = Math.toIntExact(begin.get().step());
        int to = Math.min(run.last(), from + steps);
        Optional<double[]> weights = follow(run, from, to, parameter, element, watcher);
        if (weights.isEmpty()) {
            return Optional.empty();
        }
        double[] before = Arrays.copyOf(run.losses(), from);
        try (Timeline other =
                new Timeline(change.plan(run.plan()), change.moment(begin.get()), before, Timeline.LIMIT / 8)) {
            Optional<double[]> then = follow(other, from, to, parameter, element, watcher);
            return then.map(others -> new Fork(
                    from,
                    Arrays.copyOf(run.losses(), Math.min(to, run.known())),
                    Arrays.copyOf(other.losses(), Math.min(to, other.known())),
                    weights.get(),
                    others));
        }
    }

    private static Optional<double[]> follow(
            Timeline run, int from, int to, String parameter, int element, Watcher watcher) {
        double[] weights = new double[to - from + 1];
        for (int s = from; s <= to; s++) {
            Optional<Moment> there = run.at(s, watcher);
            if (there.isEmpty()) {
                return Optional.empty();
            }
            if (there.get().step() < s) {
                return Optional.of(Arrays.copyOf(weights, s - from));
            }
            Tensor t = there.get().parameters().find(parameter).orElseThrow();
            weights[s - from] = t.get(element);
        }
        return Optional.of(weights);
    }

    /// @return by how much the watched weight differs, for as long as both futures last
    public double[] difference() {
        double[] difference = new double[Math.min(weight.length, otherWeight.length)];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = otherWeight[i] - weight[i];
        }
        return difference;
    }
}
