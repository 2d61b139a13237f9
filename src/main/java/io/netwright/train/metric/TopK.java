package io.netwright.train.metric;

/// The share of samples whose right class is among the k most probable ones. Of equal ones the first counts as more
/// probable.
public final class TopK extends MeanMetric {

    private final int k;

    public TopK(int k) {
        super("top" + k + "Accuracy", true, true);
        this.k = k;
    }

    @Override
    double of(double[] probabilities, int actual, int predicted) {
        int before = 0;
        for (int c = 0; c < probabilities.length; c++) {
            double p = probabilities[c];
            before += p > probabilities[actual] || p == probabilities[actual] && c < actual ? 1 : 0;
        }
        return before < k ? 1 : 0;
    }

    @Override
    public boolean fits(Task task) {
        return task.isClasses();
    }
}
