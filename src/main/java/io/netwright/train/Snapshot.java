package io.netwright.train;

import io.netwright.text.Message;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What is true of a run at one moment. Immutable.
///
/// @param state            what the trainer is doing
/// @param seed             of this run
/// @param epoch            epochs completed
/// @param epochs           epochs to be completed
/// @param batch            batches of the current epoch done
/// @param batchesPerEpoch  batches of an epoch
/// @param step             steps taken
/// @param loss             of the last batch, before its step; NaN before the first
/// @param learningRate     of the next step
/// @param lastEpoch        the report of the last completed epoch; null in the first
/// @param samplesPerSecond lately, while training; 0 where not known
/// @param timeLeft         until all epochs are done at that speed; null where not known or not running
/// @param statistics       the last look at the parameters; null where nobody watches
/// @param problem          why the run holds, where it is not a person who said so; null otherwise
/// @param divergence       where numbers stopped being finite; null where they are
/// @param threads          threads that a batch is split over
public record Snapshot(
        State state,
        long seed,
        int epoch,
        int epochs,
        int batch,
        int batchesPerEpoch,
        long step,
        double loss,
        double learningRate,
        @Nullable EpochReport lastEpoch,
        double samplesPerSecond,
        @Nullable Duration timeLeft,
        @Nullable Statistics statistics,
        @Nullable Message problem,
        @Nullable Divergence divergence,
        int threads) {

    /// What a trainer is doing.
    public enum State {
        /// Nothing has been trained yet.
        READY,
        /// Batch after batch.
        RUNNING,
        /// Holding; it can go on.
        PAUSED,
        /// A person has ended the run.
        STOPPED,
        /// All epochs are done.
        FINISHED,
        /// Numbers stopped being finite; [Snapshot#problem] says where. The weights are as before that step.
        DIVERGED,
        /// A defect of the program ended the run; it is in the log. Only a reset leads out.
        FAILED;

        public boolean isRunning() {
            return this == RUNNING;
        }
    }

    /// @return the share of all batches done, from 0 to 1
    public double progress() {
        double all = (double) epochs * batchesPerEpoch;
        return Math.min(1, ((double) epoch * batchesPerEpoch + batch) / all);
    }
}
