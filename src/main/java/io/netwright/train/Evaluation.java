package io.netwright.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// How good a network is on a part of the data, in evaluation mode: no dropout, batch-norm by its running statistics.
///
/// @param samples   how many it was judged on
/// @param loss      the mean over the samples
/// @param metrics   by key
/// @param confusion which class was taken for which; null where there are no classes
public record Evaluation(
        int samples,
        double loss,
        SequencedMap<String, Double> metrics,
        @Nullable ConfusionMatrix confusion) {

    public Evaluation {
        metrics = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(metrics));
    }
}
