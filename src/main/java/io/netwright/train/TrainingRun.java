package io.netwright.train;

import io.netwright.program.Parameters;
import io.netwright.train.TrainingSession.Outcome;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A whole training in one call, on the calling thread: what the command line does.
public final class TrainingRun {

    private TrainingRun() {}

    /// What happens on the way, in order.
    public sealed interface Event {

        /// A batch was trained on.
        ///
        /// @param epoch           the current one, from 1
        /// @param step            from 1
        /// @param batch           in the epoch, from 1
        /// @param batchesPerEpoch how many there are
        record Step(int epoch, long step, int batch, int batchesPerEpoch, double loss) implements Event {}

        /// An epoch was completed.
        record Epoch(EpochReport report) implements Event {}
    }

    /// Hears of events; called on the thread that trains.
    @FunctionalInterface
    public interface Listener {
        void on(Event event);
    }

    /// How it ended.
    ///
    /// @param epochs     completed
    /// @param steps      taken
    /// @param last       the last completed epoch; empty where the run diverged in the first
    /// @param divergence why it ended early; empty where all epochs were completed
    /// @param parameters the weights and states that came out
    public record Result(
            int epochs,
            long steps,
            Optional<EpochReport> last,
            Optional<Divergence> divergence,
            Parameters parameters) {}

    /// Trains from fresh weights for the settings' epochs.
    public static Result run(TrainingPlan plan, Listener listener) {
        return run(plan, plan.initial(plan.spec().seed()), listener);
    }

    /// Trains from given weights for the settings' epochs.
    ///
    /// @param start in the settings' precision; handed over, and trained
    public static Result run(TrainingPlan plan, Parameters start, Listener listener) {
        return run(plan, start, listener, null);
    }

    /// Trains from given weights for the settings' epochs.
    ///
    /// @param start  in the settings' precision; handed over, and trained
    /// @param keeper has the last and the best moments; null for nobody
    public static Result run(TrainingPlan plan, Parameters start, Listener listener, @Nullable Keeper keeper) {
        return run(plan, new TrainingSession(plan, plan.spec().seed(), start), new LossHistory(), listener, keeper);
    }

    /// Goes on from a moment of another run, to the bit, until the settings' epochs are done.
    ///
    /// @param from    of this plan. Not modified.
    /// @param history of that run; handed over
    /// @param keeper  has the last and the best moments; null for nobody
    public static Result resume(
            TrainingPlan plan, Moment from, LossHistory history, Listener listener, @Nullable Keeper keeper) {
        return run(plan, new TrainingSession(plan, from), history, listener, keeper);
    }

    private static Result run(
            TrainingPlan plan, TrainingSession begun, LossHistory history, Listener listener, @Nullable Keeper keeper) {
        Keeping keeping = new Keeping();
        keeping.keeper(keeper);
        double best = history.epochs(0).stream()
                .mapToDouble(EpochReport::judgedBy)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        try (var session = begun) {
            List<EpochReport> before = history.epochs(0);
            EpochReport last = before.isEmpty() ? null : before.getLast();
            while (session.epoch() < plan.spec().epochs()) {
                int epoch = session.epoch() + 1;
                while (!session.isEpochDone()) {
                    switch (session.next()) {
                        case Outcome.Stepped s -> {
                            history.add(s.loss());
                            listener.on(new Event.Step(
                                    epoch, session.step(), session.batch(), session.batchesPerEpoch(), s.loss()));
                            if (!session.isEpochDone()) {
                                keeping.between(session, history, false);
                            }
                        }
                        case Outcome.Diverged d -> {
                            return result(session, last, d.divergence());
                        }
                    }
                }
                last = session.endEpoch();
                history.add(last);
                if (last.judgedBy() < best && keeper != null) {
                    best = last.judgedBy();
                    keeping.best(session.moment());
                }
                keeping.between(session, history, session.epoch() == plan.spec().epochs());
                listener.on(new Event.Epoch(last));
            }
            return result(session, last, null);
        }
    }

    private static Result result(TrainingSession session, @Nullable EpochReport last, @Nullable Divergence divergence) {
        return new Result(
                session.epoch(),
                session.step(),
                Optional.ofNullable(last),
                Optional.ofNullable(divergence),
                session.result());
    }
}
