package io.netwright.train;

import io.netwright.program.Parameters;
import io.netwright.train.TrainingSession.Outcome;
import io.netwright.train.schedule.ScheduleSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Finds a learning rate by trying them all: trains with a rate that grows by the same factor at each step, and watches
/// the loss (Smith: Cyclical learning rates for training neural networks, WACV 2017, section 3.3).
public final class RateFinder {

    /// By how much the smoothed loss may exceed the best before it is given up.
    private static final double GIVEN_UP = 4;

    /// What share of the past the smoothed loss keeps.
    private static final double SMOOTHING = 0.9;

    private RateFinder() {}

    /// What to try.
    ///
    /// @param from  the first rate, more than 0
    /// @param to    the last rate
    /// @param steps from one to the other
    public record Settings(double from, double to, int steps) {

        public static final Settings DEFAULT = new Settings(1e-6, 10, 100);

        /// The fewest steps that can show a trend.
        public static final int LEAST_STEPS = 10;

        public Settings {
            if (!(from > 0 && from < to && to < Double.POSITIVE_INFINITY) || steps < LEAST_STEPS) {
                throw new IllegalArgumentException(from + " to " + to + " in " + steps + " steps");
            }
        }

        /// @param step from 0
        double rate(int step) {
            return from * Math.pow(to / from, (double) step / (steps - 1));
        }
    }

    /// One step.
    ///
    /// @param rate     that it was taken with
    /// @param loss     of its batch, before it
    /// @param smoothed a mean of the losses so far, in which late ones count more
    public record Point(double rate, double loss, double smoothed) {}

    /// What came of it.
    ///
    /// @param points   in order; they end early where the loss exploded
    /// @param steepest the rate at which the smoothed loss fell fastest, the usual choice; empty where it never fell
    /// @param lowest   the rate at which the smoothed loss was lowest; a tenth of it is the cautious choice. Empty
    ///   where
    ///                 there are no points
    /// @param exploded whether it ended early
    public record Result(List<Point> points, OptionalDouble steepest, OptionalDouble lowest, boolean exploded) {
        public Result {
            points = List.copyOf(points);
        }
    }

    /// Trains as the plan says, but for its schedule. The weights that come out are of no use.
    ///
    /// @param start handed over, and trained
    public static Result find(TrainingPlan plan, Parameters start, Settings settings) {
        TrainingPlan constant = plan.with(plan.spec().withSchedule(ScheduleSequence.CONSTANT));
        List<Point> points = new ArrayList<>();
        boolean exploded = false;
        double mean = 0;
        double best = Double.POSITIVE_INFINITY;
        try (var session = new TrainingSession(constant, plan.spec().seed(), start)) {
            for (int step = 0; step < settings.steps() && !exploded; step++) {
                if (session.isEpochDone()) {
                    session.beginEpoch();
                }
                session.learningRate(settings.rate(step));
                switch (session.next()) {
                    case Outcome.Diverged d -> exploded = true;
                    case Outcome.Stepped(double loss, int samples) -> {
                        mean = SMOOTHING * mean + (1 - SMOOTHING) * loss;
                        // as Adam's moments: the mean begins with 0, which is taken out of it
                        double smoothed = mean / (1 - Math.pow(SMOOTHING, step + 1));
                        points.add(new Point(settings.rate(step), loss, smoothed));
                        exploded = smoothed > GIVEN_UP * best;
                        best = Math.min(best, smoothed);
                    }
                }
            }
        }
        return new Result(points, steepest(points), lowest(points), exploded);
    }

    private static OptionalDouble steepest(List<Point> points) {
        OptionalDouble rate = OptionalDouble.empty();
        double most = 0;
        // rates grow by equal factors, so differences are slopes over their logarithm
        for (int i = 1; i < points.size() - 1; i++) {
            double fall = points.get(i - 1).smoothed() - points.get(i + 1).smoothed();
            if (fall > most) {
                most = fall;
                rate = OptionalDouble.of(points.get(i).rate());
            }
        }
        return rate;
    }

    private static OptionalDouble lowest(List<Point> points) {
        return points.stream()
                .min((a, b) -> Double.compare(a.smoothed(), b.smoothed()))
                .map(p -> OptionalDouble.of(p.rate()))
                .orElse(OptionalDouble.empty());
    }
}
