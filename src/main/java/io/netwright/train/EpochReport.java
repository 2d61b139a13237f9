package io.netwright.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What came of one epoch.
///
/// @param epoch            from 1
/// @param step             the steps taken since the beginning of the run
/// @param loss             the mean over the epoch's samples of what each batch's loss was before its step
/// @param metrics          of the training part, counted while it was trained on, by key
/// @param validation       the network as it is now on the validation part; null where there is none
/// @param samplesPerSecond of training alone
/// @param learningRate     of the last step
public record EpochReport(
        int epoch,
        long step,
        double loss,
        SequencedMap<String, Double> metrics,
        @Nullable Evaluation validation,
        double samplesPerSecond,
        double learningRate) {

    public EpochReport {
        metrics = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(metrics));
    }

    /// @return what epochs are compared by: the loss on validation data, where there are some, else that of training
    public double judgedBy() {
        return validation == null ? loss : validation.loss();
    }
}
