package io.netwright.train.metric;

import io.netwright.tensor.Tensor;

/// What the metrics of classifiers have in common: they are told each sample's probabilities and right class.
abstract class ClassMetric implements Metric {

    private final String key;
    private final boolean higherBetter;
    private final boolean share;

    ClassMetric(String key, boolean higherBetter, boolean share) {
        this.key = key;
        this.higherBetter = higherBetter;
        this.share = share;
    }

    /// What is gathered over samples.
    interface Gathering extends ClassRows.Row {

        /// @return the metric over all samples told; NaN where that is none
        double value();
    }

    abstract Gathering gather();

    @Override
    public final String key() {
        return key;
    }

    @Override
    public final boolean isHigherBetter() {
        return higherBetter;
    }

    @Override
    public final boolean isShare() {
        return share;
    }

    @Override
    public boolean fits(Task task) {
        return task != Task.VALUES;
    }

    @Override
    public final Count start(Task task) {
        return new Count() {
            private Gathering now = gather();

            @Override
            public void add(Tensor prediction, Tensor target) {
                ClassRows.each(task, prediction, target, now);
            }

            @Override
            public double value() {
                return now.value();
            }

            @Override
            public void reset() {
                now = gather();
            }
        };
    }
}
