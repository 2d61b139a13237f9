package io.netwright.train.metric;

import io.netwright.tensor.Tensor;

/// The mean absolute error over all predicted numbers.
public final class Mae implements Metric {

    public static final String KEY = "mae";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public boolean isHigherBetter() {
        return false;
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
        return new Count() {
            private double sum;
            private long all;

            @Override
            public void add(Tensor prediction, Tensor target) {
                for (int i = 0; i < prediction.size(); i++) {
                    sum += Math.abs(prediction.get(i) - target.get(i));
                }
                all += prediction.size();
            }

            @Override
            public double value() {
                return all == 0 ? Double.NaN : sum / all;
            }

            @Override
            public void reset() {
                sum = 0;
                all = 0;
            }
        };
    }
}
