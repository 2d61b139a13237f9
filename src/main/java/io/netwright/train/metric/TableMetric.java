package io.netwright.train.metric;

import java.util.function.ToDoubleFunction;

/// A metric that follows from how often each class was taken for which.
final class TableMetric extends ClassMetric {

    private final ToDoubleFunction<Table> formula;

    private TableMetric(String key, boolean share, ToDoubleFunction<Table> formula) {
        super(key, true, share);
        this.formula = formula;
    }

    /// What one class adds to a mean over classes.
    @FunctionalInterface
    private interface OfClass {

        /// @param right     samples of the class that were recognised
        /// @param actual    samples of the class
        /// @param predicted samples that were taken for it
        double of(long right, long actual, long predicted);
    }

    /// Of what was taken for a class, the share that was right.
    static Metric precision() {
        return byClass("precision", (right, actual, predicted) -> ratio(right, predicted));
    }

    /// Of what belongs to a class, the share that was recognised.
    static Metric recall() {
        return byClass("recall", (right, actual, predicted) -> ratio(right, actual));
    }

    /// The harmonic mean of precision and recall.
    static Metric f1() {
        return byClass("f1", (right, actual, predicted) -> ratio(2 * right, actual + predicted));
    }

    /// Intersection over union, the Jaccard index.
    static Metric iou() {
        return byClass("iou", (right, actual, predicted) -> ratio(right, actual + predicted - right));
    }

    /// As scikit-learn: of two classes it is that of the second; of more, the mean over all classes that occur.
    private static Metric byClass(String key, OfClass ofClass) {
        return new TableMetric(key, true, table -> {
            if (table.classes() <= 2) {
                int second = table.classes() - 1;
                return ofClass.of(table.right(second), table.actual(second), table.predicted(second));
            }
            double sum = 0;
            int classes = 0;
            for (int c = 0; c < table.classes(); c++) {
                long actual = table.actual(c);
                long predicted = table.predicted(c);
                if (actual + predicted > 0) {
                    sum += ofClass.of(table.right(c), actual, predicted);
                    classes++;
                }
            }
            return sum / classes;
        });
    }

    private static double ratio(long a, long b) {
        return b == 0 ? 0 : (double) a / b;
    }

    /// Matthews' correlation coefficient (Matthews 1975; for more than two classes Gorodkin 2004): 1 for all right, 0
    /// for guessing.
    static Metric mcc() {
        return new TableMetric("mcc", false, table -> {
            double s = table.all();
            double both = 0;
            double actual = 0;
            double predicted = 0;
            for (int c = 0; c < table.classes(); c++) {
                both += (double) table.actual(c) * table.predicted(c);
                actual += (double) table.actual(c) * table.actual(c);
                predicted += (double) table.predicted(c) * table.predicted(c);
            }
            double spread = Math.sqrt((s * s - predicted) * (s * s - actual));
            return spread == 0 ? 0 : (table.right() * s - both) / spread;
        });
    }

    /// Cohen's kappa (Cohen 1960): agreement beyond chance.
    static Metric kappa() {
        return new TableMetric("kappa", false, table -> {
            double s = table.all();
            double chance = 0;
            for (int c = 0; c < table.classes(); c++) {
                chance += table.actual(c) / s * (table.predicted(c) / s);
            }
            return (table.right() / s - chance) / (1 - chance);
        });
    }

    @Override
    Gathering gather() {
        return new Gathering() {
            private final Table table = new Table();

            @Override
            public void on(double[] probabilities, int actual, int predicted) {
                table.add(actual, predicted, probabilities.length);
            }

            @Override
            public double value() {
                return table.all() == 0 ? Double.NaN : formula.applyAsDouble(table);
            }
        };
    }
}
