package io.netwright.train.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// How well a score tells some samples from all others, at every threshold.
///
/// @param x    ascending
/// @param y    as many
/// @param area what sums it up: the area below a ROC curve, or average precision
public record RankCurve(double[] x, double[] y, double area) {

    /// The receiver operating characteristic: the share of the others that lie above a threshold, and the share of
    /// those meant that do. Equal scores are one threshold.
    ///
    /// @param score    of each sample
    /// @param positive whether it is meant; both kinds must occur
    public static RankCurve roc(double[] score, boolean[] positive) {
        List<int[]> counts = counts(score, positive);
        int[] all = counts.getLast();
        double[] x = new double[counts.size()];
        double[] y = new double[counts.size()];
        double area = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] = (double) counts.get(i)[1] / all[1];
            y[i] = (double) counts.get(i)[0] / all[0];
            area += i == 0 ? 0 : (x[i] - x[i - 1]) * (y[i] + y[i - 1]) / 2;
        }
        return new RankCurve(x, y, area);
    }

    /// Precision over recall. Summed up by average precision: precision at each threshold, weighted by the recall that
    /// it adds.
    ///
    /// @param score    of each sample
    /// @param positive whether it is meant; some must be
    public static RankCurve precisionRecall(double[] score, boolean[] positive) {
        List<int[]> counts = counts(score, positive);
        int all = counts.getLast()[0];
        double[] x = new double[counts.size()];
        double[] y = new double[counts.size()];
        y[0] = 1;
        double area = 0;
        for (int i = 1; i < x.length; i++) {
            int[] c = counts.get(i);
            x[i] = (double) c[0] / all;
            y[i] = (double) c[0] / (c[0] + c[1]);
            area += (x[i] - x[i - 1]) * y[i];
        }
        return new RankCurve(x, y, area);
    }

    /// @return at each threshold, from above all scores to below all: how many that are meant lie above it, and how
    ///   many
    ///     others
    private static List<int[]> counts(double[] score, boolean[] positive) {
        int[] order = IntStream.range(0, score.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -score[i]))
                .mapToInt(i -> i)
                .toArray();
        List<int[]> counts = new ArrayList<>(List.of(new int[] {0, 0}));
        int hits = 0;
        int misses = 0;
        for (int i = 0; i < order.length; i++) {
            hits += positive[order[i]] ? 1 : 0;
            misses += positive[order[i]] ? 0 : 1;
            if (i + 1 == order.length || score[order[i + 1]] != score[order[i]]) {
                counts.add(new int[] {hits, misses});
            }
        }
        return counts;
    }
}
