package io.netwright.train.metric;

import io.netwright.tensor.Tensor;

/// The share of right answers: of samples whose greatest number stands at the right class, or of logits on the right
/// side of 0. Of equal numbers the first is the greatest.
public final class Accuracy implements Metric {

    public static final String KEY = "accuracy";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public boolean isHigherBetter() {
        return true;
    }

    @Override
    public boolean isShare() {
        return true;
    }

    @Override
    public boolean fits(Task task) {
        return task != Task.VALUES;
    }

    @Override
    public Count start(Task task) {
        return new Right(task);
    }

    private static final class Right implements Count {
        private final Task task;
        private long right;
        private long all;

        Right(Task task) {
            this.task = task;
        }

        @Override
        public void add(Tensor prediction, Tensor target) {
            if (task == Task.BINARY_LOGITS) {
                for (int i = 0; i < prediction.size(); i++) {
                    right += prediction.get(i) > 0 == target.get(i) > 0.5 ? 1 : 0;
                }
                all += prediction.size();
                return;
            }
            int rows = prediction.rows();
            for (int row = 0; row < rows; row++) {
                int wanted = task == Task.CLASS_INDEX ? (int) target.get(row) : Classes.greatest(target, row);
                right += Classes.greatest(prediction, row) == wanted ? 1 : 0;
            }
            all += rows;
        }

        @Override
        public double value() {
            return all == 0 ? Double.NaN : (double) right / all;
        }

        @Override
        public void reset() {
            right = 0;
            all = 0;
        }
    }
}
