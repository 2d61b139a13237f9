package io.netwright.train;

import io.netwright.program.Parameters;
import java.util.concurrent.CompletableFuture;

/// What a [Trainer] can be told. It listens between batches.
public sealed interface Command {

    /// Train on until the target number of epochs is reached; where it is reached already, for as many epochs again.
    record Start() implements Command {}

    /// Hold after the batch at hand. [Start] goes on from there.
    record Pause() implements Command {}

    /// Train on one batch and hold.
    record StepBatch() implements Command {}

    /// Train to the end of the epoch and hold.
    record StepEpoch() implements Command {}

    /// End the run here and keep the weights. [Start] trains for the settings' epochs from there.
    record Stop() implements Command {}

    /// Begin again with fresh weights and an empty history, and hold.
    ///
    /// @param seed of weights, order and dropout
    record Reset(long seed) implements Command {}

    /// Use this learning rate from the next batch on; a schedule goes on from it.
    record SetLearningRate(double learningRate) implements Command {
        public SetLearningRate {
            if (!(learningRate >= 0 && learningRate < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("learning rate " + learningRate);
            }
        }
    }

    /// Train for this many epochs in all.
    record SetEpochs(int epochs) implements Command {
        public SetEpochs {
            if (epochs < 1) {
                throw new IllegalArgumentException(epochs + " epochs");
            }
        }
    }

    /// Take over these weights and states, and hold.
    ///
    /// @param parameters with all that the network has. Not modified; not to be modified by others either.
    record Load(Parameters parameters) implements Command {}

    /// Hold by itself where one of these is the case, from the next batch on.
    record StopWhen(StopRule rule) implements Command {}

    /// Go back to the moment after the best epoch, and hold; nothing where no epoch was completed.
    record BackToBest() implements Command {}

    /// Hand out a copy of the weights and states as they are between two batches.
    ///
    /// @param copy completed by the trainer; the precision is that of the run
    record Copy(CompletableFuture<Parameters> copy) implements Command {}

    /// Hand out all that determines what comes next, as it is between two batches.
    ///
    /// @param copy completed by the trainer
    record CopyMoment(CompletableFuture<Moment> copy) implements Command {}
}
