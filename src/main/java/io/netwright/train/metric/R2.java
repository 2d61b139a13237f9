package io.netwright.train.metric;

import io.netwright.tensor.Tensor;

/// The coefficient of determination: the share of the targets' variance that predictions explain; 1 for all right, 0
/// for no better than the mean, below 0 for worse. Of several numbers a sample it is the mean of theirs, as in
/// scikit-learn.
public final class R2 implements Metric {

    @Override
    public String key() {
        return "r2";
    }

    @Override
    public boolean isHigherBetter() {
        return true;
    }

    @Override
    public boolean isShare() {
        return false;
    }

    @Override
    public boolean fits(Task task) {
        return task == Task.VALUES;
    }

    @Override
    public Count start(Task task) {
        return new Columns();
    }

    private static final class Columns implements Count {
        private double[] mean = {};
        private double[] spread = {};
        private double[] error = {};
        private long all;

        @Override
        public void add(Tensor prediction, Tensor target) {
            int cols = prediction.size() / prediction.dim(0);
            if (all == 0) {
                mean = new double[cols];
                spread = new double[cols];
                error = new double[cols];
            }
            for (int row = 0; row < prediction.dim(0); row++) {
                all++;
                for (int c = 0; c < cols; c++) {
                    double y = target.get(row * cols + c);
                    double off = prediction.get(row * cols + c) - y;
                    error[c] += off * off;
                    // Welford 1962: no small difference of large sums
                    double before = y - mean[c];
                    mean[c] += before / all;
                    spread[c] += before * (y - mean[c]);
                }
            }
        }

        @Override
        public double value() {
            double sum = 0;
            for (int c = 0; c < mean.length; c++) {
                sum += spread[c] == 0 ? (error[c] == 0 ? 1 : 0) : 1 - error[c] / spread[c];
            }
            return all == 0 ? Double.NaN : sum / mean.length;
        }

        @Override
        public void reset() {
            all = 0;
            mean = new double[0];
        }
    }
}
