package io.netwright.train.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A metric of how well probabilities tell a class from the rest, whatever threshold is chosen. Keeps the probabilities
/// of all samples. Of two classes it is that of the second; of more, the mean over the classes that occur.
final class RankMetric extends ClassMetric {

    private final Area area;

    private RankMetric(String key, Area area) {
        super(key, true, false);
        this.area = area;
    }

    /// The area under a curve that goes from threshold to threshold, the highest first.
    @FunctionalInterface
    private interface Area {

        /// @param truths   of the class that are above the threshold
        /// @param falses   of other classes that are above it
        /// @param newTruth those of the class that came in at this threshold
        /// @param newFalse those of other classes that came in at it
        /// @param all      those of the class
        /// @param others   those of other classes
        double slice(double truths, double falses, double newTruth, double newFalse, double all, double others);
    }

    /// The area under the receiver operating characteristic: how likely a sample of the class has a higher probability
    /// than one of another class (Fawcett 2006).
    static Metric roc() {
        return new RankMetric(
                "rocAuc",
                (truths, falses, newTruth, newFalse, all, others) -> newFalse / others * (truths - newTruth / 2) / all);
    }

    /// The area under the precision-recall curve, as average precision: precision by the recall that it adds.
    static Metric precisionRecall() {
        return new RankMetric(
                "prAuc",
                (truths, falses, newTruth, newFalse, all, others) -> newTruth / all * truths / (truths + falses));
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
        List<Sample> sorted = samples.stream()
                .sorted(Comparator.comparingDouble(s -> -s.probabilities()[c]))
                .toList();
        double all = samples.stream().filter(s -> s.actual() == c).count();
        double others = samples.size() - all;
        if (all == 0 || others == 0) {
            return Double.NaN;
        }
        double sum = 0;
        double truths = 0;
        double falses = 0;
        for (int i = 0; i < sorted.size(); ) {
            double threshold = sorted.get(i).probabilities()[c];
            double newTruth = 0;
            double newFalse = 0;
            for (; i < sorted.size() && sorted.get(i).probabilities()[c] == threshold; i++) {
                if (sorted.get(i).actual() == c) {
                    newTruth++;
                } else {
                    newFalse++;
                }
            }
            truths += newTruth;
            falses += newFalse;
            sum += area.slice(truths, falses, newTruth, newFalse, all, others);
        }
        return sum;
    }
}
