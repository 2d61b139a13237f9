package io.netwright.train.metric;

import io.netwright.tensor.Tensor;

/// The root of the mean squared error over all predicted numbers.
public final class Rmse implements Metric {

    @Override
    public String key() {
        return "rmse";
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
                    double error = prediction.get(i) - target.get(i);
                    sum += error * error;
                }
                all += prediction.size();
            }

            @Override
            public double value() {
                return all == 0 ? Double.NaN : Math.sqrt(sum / all);
            }

            @Override
            public void reset() {
                sum = 0;
                all = 0;
            }
        };
    }
}
