package io.netwright.train.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// A metric of how well probabilities tell a class from the rest, whatever threshold is chosen. Keeps the probabilities
/// of all samples. Of two classes it is that of the second; of more, the mean over the classes that occur.
final class RankMetric extends ClassMetric {

    private final BiFunction<double[], boolean[], RankCurve> curve;

    private RankMetric(String key, BiFunction<double[], boolean[], RankCurve> curve) {
        super(key, true, false);
        this.curve = curve;
    }

    /// The area under the receiver operating characteristic: how likely a sample of the class has a higher probability
    /// than one of another class (Fawcett 2006).
    static Metric roc() {
        return new RankMetric("rocAuc", RankCurve::roc);
    }

    /// The area under the precision-recall curve, as average precision: precision by the recall that it adds.
    static Metric precisionRecall() {
        return new RankMetric("prAuc", RankCurve::precisionRecall);
    }

    private record Sample(double[] probabilities, int actual) {}

    @Override
    Gathering gather() {
        return new Gathering() {
            private final List<Sample> samples = new ArrayList<>();

            @Override
            public void on(double[] probabilities, int actual, int predicted) {
                samples.add(new Sample(probabilities.clone(), actual));
            }

            @Override
            public double value() {
                int classes = samples.isEmpty() ? 0 : samples.getFirst().probabilities().length;
                if (classes == 2) {
                    return under(samples, 1);
                }
                double sum = 0;
                int counted = 0;
                for (int c = 0; c < classes; c++) {
                    double value = under(samples, c);
                    if (!Double.isNaN(value)) {
                        sum += value;
                        counted++;
                    }
                }
                return counted == 0 ? Double.NaN : sum / counted;
            }
        };
    }

    /// @return the area for one class against the rest; NaN where one of them has no samples
    private double under(List<Sample> samples, int c) {
        double[] score = new double[samples.size()];
        boolean[] positive = new boolean[score.length];
        int all = 0;
        for (int i = 0; i < score.length; i++) {
            score[i] = samples.get(i).probabilities()[c];
            positive[i] = samples.get(i).actual() == c;
            all += positive[i] ? 1 : 0;
        }
        return all == 0 || all == score.length
                ? Double.NaN
                : curve.apply(score, positive).area();
    }
}
