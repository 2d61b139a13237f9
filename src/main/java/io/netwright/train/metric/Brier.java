package io.netwright.train.metric;

/// The Brier score (Brier 1950): the mean squared error of the probabilities. For yes or no it is that of yes alone, as
/// scikit-learn has it; for classes it is summed over all of them, as in the paper.
public final class Brier extends MeanMetric {

    public Brier() {
        super("brier", false, false);
    }

    @Override
    double of(double[] probabilities, int actual, int predicted) {
        double sum = 0;
        for (int c = 0; c < probabilities.length; c++) {
            double error = probabilities[c] - (c == actual ? 1 : 0);
            sum += error * error;
        }
        // of two classes both errors are the same
        return probabilities.length == 2 ? sum / 2 : sum;
    }
}
