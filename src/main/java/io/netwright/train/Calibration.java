package io.netwright.train;

/// Whether a network is as often right as it is sure: samples by how probable their likeliest class is, in equally wide
/// bins, and in each the mean of that and the share that is right.
///
/// @param confidence the mean probability of each bin that has samples, ascending
/// @param accuracy   the share that is right in each of these
/// @param error      the expected calibration error: the mean distance of the two, weighted by samples (Guo et al.,
///   2017)
public record Calibration(double[] confidence, double[] accuracy, double error) {

    /// @param scores of classes
    /// @param actual the class of each sample
    /// @param bins   at least 1
    public static Calibration of(Scores scores, int[] actual, int bins) {
        double[] sure = new double[bins];
        int[] right = new int[bins];
        int[] n = new int[bins];
        for (int i = 0; i < actual.length; i++) {
            int best = scores.best(i);
            double p = scores.at(i, best);
            int bin = Math.min(bins - 1, (int) (p * bins));
            sure[bin] += p;
            right[bin] += best == actual[i] ? 1 : 0;
            n[bin]++;
        }
        int used = 0;
        for (int count : n) {
            used += count > 0 ? 1 : 0;
        }
        double[] confidence = new double[used];
        double[] accuracy = new double[used];
        double error = 0;
        int at = 0;
        for (int b = 0; b < bins; b++) {
            if (n[b] > 0) {
                confidence[at] = sure[b] / n[b];
                accuracy[at] = (double) right[b] / n[b];
                error += Math.abs(confidence[at] - accuracy[at]) * n[b] / actual.length;
                at++;
            }
        }
        return new Calibration(confidence, accuracy, error);
    }
}
