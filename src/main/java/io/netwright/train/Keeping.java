package io.netwright.train;

import io.netwright.train.Keeper.Which;
import org.jspecify.annotations.Nullable;

/// Hands a run's last and best moments to its keeper: every few seconds, since a moment is a copy of all tensors, and
/// whenever the run holds. Used by the training thread, but for the keeper itself.
final class Keeping {

    private static final long EVERY_NANOS = 5_000_000_000L;

    private volatile @Nullable Keeper keeper;
    private long last = System.nanoTime();
    private long keptStep;
    private @Nullable Moment best;

    void keeper(@Nullable Keeper next) {
        keeper = next;
    }

    /// Says that the run has begun anew, or was set to another moment.
    void reset() {
        keptStep = 0;
        best = null;
    }

    /// Says that an epoch was the best so far.
    void best(Moment moment) {
        best = moment;
    }

    /// Called between two batches, after whatever came of the first.
    ///
    /// @param holds whether the run holds now
    void between(TrainingSession session, LossHistory history, boolean holds) {
        Keeper to = keeper;
        long now = System.nanoTime();
        if (to == null || session.step() == keptStep || !holds && now - last < EVERY_NANOS) {
            return;
        }
        last = now;
        keptStep = session.step();
        to.keep(Which.LAST, session.moment(), history);
        if (best != null) {
            to.keep(Which.BEST, best, history);
            best = null;
        }
    }
}
