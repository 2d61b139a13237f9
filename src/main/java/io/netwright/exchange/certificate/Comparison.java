package io.netwright.exchange.certificate;

/// What is known of the difference between two computations of one value, over all runs so far.
final class Comparison {

    private final Tolerance tolerance;
    private double absolute;
    private double relative;
    private double largest;
    private double share;
    private boolean finite = true;

    Comparison(Tolerance tolerance) {
        this.tolerance = tolerance;
    }

    /// Takes in one run.
    ///
    /// @param expected what this program computes
    /// @param actual   what the other one computes; of another size where it has another shape
    /// @param samples  how many samples the numbers are of, each with as many numbers in a row
    /// @return how much of the tolerance this run used up; above 1 where it is too much
    double add(double[] expected, double[] actual, int samples) {
        if (expected.length != actual.length) {
            return fail();
        }
        double before = share;
        share = 0;
        int each = expected.length / samples;
        for (int s = 0; s < samples; s++) {
            sample(expected, actual, s * each, (s + 1) * each);
        }
        double run = share;
        share = Math.max(before, run);
        return run;
    }

    private void sample(double[] expected, double[] actual, int from, int to) {
        double size = 0;
        double difference = 0;
        for (int i = from; i < to; i++) {
            if (!Double.isFinite(expected[i]) || !Double.isFinite(actual[i])) {
                finite = false;
                fail();
                return;
            }
            size = Math.max(size, Math.abs(expected[i]));
            difference = Math.max(difference, Math.abs(expected[i] - actual[i]));
        }
        largest = Math.max(largest, size);
        absolute = Math.max(absolute, difference);
        relative = Math.max(relative, difference == 0 ? 0 : difference / size);
        share = Math.max(share, difference / tolerance.at(size));
    }

    private double fail() {
        absolute = Double.POSITIVE_INFINITY;
        relative = Double.POSITIVE_INFINITY;
        share = Double.POSITIVE_INFINITY;
        return share;
    }

    /// @return the largest difference of two numbers
    double absolute() {
        return absolute;
    }

    /// @return the largest difference of two numbers, divided by the largest of their sample
    double relative() {
        return relative;
    }

    /// @return the largest expected number
    double largest() {
        return largest;
    }

    /// @return the largest difference as a part of what is allowed there; above 1 where it is too much
    double share() {
        return share;
    }

    boolean isFinite() {
        return finite;
    }

    boolean agrees() {
        return share <= 1;
    }
}
