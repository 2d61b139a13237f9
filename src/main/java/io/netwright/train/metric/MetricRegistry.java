package io.netwright.train.metric;

import java.util.List;
import java.util.Optional;

/// All metrics. The one place to touch when a metric is added.
public final class MetricRegistry {

    /// The metrics that the program ships.
    public static final MetricRegistry STANDARD = new MetricRegistry(List.of(
            new Accuracy(),
            new TopK(3),
            new TopK(5),
            TableMetric.precision(),
            TableMetric.recall(),
            TableMetric.f1(),
            TableMetric.iou(),
            TableMetric.mcc(),
            TableMetric.kappa(),
            RankMetric.roc(),
            RankMetric.precisionRecall(),
            new Perplexity(),
            new Brier(),
            new CalibrationError(),
            new Mae(),
            new Rmse(),
            new R2()));

    private final List<Metric> metrics;

    public MetricRegistry(List<Metric> metrics) {
        this.metrics = List.copyOf(metrics);
    }

    public List<Metric> all() {
        return metrics;
    }

    public Optional<Metric> find(String key) {
        return metrics.stream().filter(m -> m.key().equals(key)).findFirst();
    }

    /// @return those of `keys` that mean anything for `task`, in the order of `keys`; unknown ones are left out
    public List<Metric> fitting(List<String> keys, Task task) {
        return keys.stream()
                .distinct()
                .flatMap(k -> find(k).stream())
                .filter(m -> m.fits(task))
                .toList();
    }
}
