package io.netwright.train.metric;

/// The exponential of the mean cross-entropy: among how many equally likely classes the network hesitates.
public final class Perplexity extends MeanMetric {

    public Perplexity() {
        super("perplexity", false, false);
    }

    @Override
    double of(double[] probabilities, int actual, int predicted) {
        return -Math.log(Math.max(probabilities[actual], Double.MIN_NORMAL));
    }

    @Override
    double finish(double mean) {
        return Math.exp(mean);
    }

    @Override
    public boolean fits(Task task) {
        return task.isClasses();
    }
}
