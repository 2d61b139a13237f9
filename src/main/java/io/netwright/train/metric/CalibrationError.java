package io.netwright.train.metric;

/// The expected calibration error (Naeini et al., AAAI 2015; Guo et al., ICML 2017, equation 3): by how much the
/// probability of the answer given differs from how often it is right, over 15 bins of that probability.
public final class CalibrationError extends ClassMetric {

    private static final int BINS = 15;

    public CalibrationError() {
        super("ece", false, false);
    }

    @Override
    Gathering gather() {
        return new Gathering() {
            private final double[] confidence = new double[BINS];
            private final long[] right = new long[BINS];
            private long all;

            @Override
            public void on(double[] probabilities, int actual, int predicted) {
                double p = probabilities[predicted];
                // bins are open below and closed above
                int bin = Math.clamp((int) Math.ceil(p * BINS) - 1, 0, BINS - 1);
                confidence[bin] += p;
                right[bin] += predicted == actual ? 1 : 0;
                all++;
            }

            @Override
            public double value() {
                double error = 0;
                for (int b = 0; b < BINS; b++) {
                    error += Math.abs(right[b] - confidence[b]);
                }
                return all == 0 ? Double.NaN : error / all;
            }
        };
    }
}
