package io.netwright.train.metric;

/// A metric of classifiers that is a mean over the samples, or a function of one.
abstract class MeanMetric extends ClassMetric {

    MeanMetric(String key, boolean higherBetter, boolean share) {
        super(key, higherBetter, share);
    }

    /// @return what one sample adds
    abstract double of(double[] probabilities, int actual, int predicted);

    /// @return the metric, where the samples add up to `mean` each
    double finish(double mean) {
        return mean;
    }

    @Override
    final Gathering gather() {
        return new Gathering() {
            private double sum;
            private long all;

            @Override
            public void on(double[] probabilities, int actual, int predicted) {
                sum += of(probabilities, actual, predicted);
                all++;
            }

            @Override
            public double value() {
                return all == 0 ? Double.NaN : finish(sum / all);
            }
        };
    }
}
