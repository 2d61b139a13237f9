package io.netwright.op;

import io.netwright.tensor.Tensor;
import java.util.Arrays;

/// All ways to spread one sample's labels over its steps, with how likely they are: the forward and backward variables
/// of Graves et al., ICML 2006, section 4.1. They are kept as logarithms, so that long sequences do not underflow, and
/// in float64 whatever the precision of the network.
///
/// The labels stand at *places*: a blank before, between and behind them. A way stays where it is, goes on to the next
/// place, or leaps over a blank between two different labels.
final class CtcPaths {

    private final int blank;
    private final int classes;
    private final int[] labels;
    /// By step and class: the logarithm of the softmax.
    private final double[][] logits;
    /// By step and place: of all ways that reach the place at that step, what they gave there included.
    private final double[][] forward;
    /// By step and place: of all ways from the place at that step to an end, what they give there not included.
    private final double[][] backward;
    private final double total;

    private CtcPaths(double[][] logits, int[] labels, int blank) {
        this.blank = blank;
        this.classes = logits[0].length;
        this.labels = labels;
        this.logits = logits;
        this.forward = new double[logits.length][labels.length];
        this.backward = new double[logits.length][labels.length];
        goForward();
        goBackward();
        this.total = Arrays.stream(ends()).reduce(Double.NEGATIVE_INFINITY, CtcPaths::add);
    }

    /// @param z scores `(N, T, k)`
    /// @param y labels `(N, S)`
    static CtcPaths of(Tensor z, Tensor y, int sample, int blank) {
        int steps = z.dim(1);
        int classes = z.dim(2);
        double[][] logits = new double[steps][classes];
        for (int t = 0; t < steps; t++) {
            double sum = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < classes; k++) {
                logits[t][k] = z.get((sample * steps + t) * classes + k);
                sum = add(sum, logits[t][k]);
            }
            for (int k = 0; k < classes; k++) {
                logits[t][k] -= sum;
            }
        }
        int most = y.dim(1);
        int[] places = new int[2 * most + 1];
        Arrays.fill(places, blank);
        int count = 0;
        for (int s = 0; s < most; s++) {
            int label = (int) y.get(sample * most + s);
            if (label != blank && label >= 0) {
                places[2 * count + 1] = label;
                count++;
            }
        }
        return new CtcPaths(logits, Arrays.copyOf(places, 2 * count + 1), blank);
    }

    /// @return `ln(e^a + e^b)`
    private static double add(double a, double b) {
        double most = Math.max(a, b);
        return Double.isInfinite(most) ? most : most + Math.log1p(Math.exp(Math.min(a, b) - most));
    }

    private double given(int t, int s) {
        return labels[s] < classes ? logits[t][labels[s]] : Double.NEGATIVE_INFINITY;
    }

    /// @return whether a way may go from place `s - 2` to `s`
    private boolean leaps(int s) {
        return s >= 2 && labels[s] != blank && labels[s] != labels[s - 2];
    }

    private void goForward() {
        Arrays.fill(forward[0], Double.NEGATIVE_INFINITY);
        for (int s = 0; s < Math.min(2, labels.length); s++) {
            forward[0][s] = given(0, s);
        }
        for (int t = 1; t < forward.length; t++) {
            for (int s = 0; s < labels.length; s++) {
                double sum = forward[t - 1][s];
                if (s >= 1) {
                    sum = add(sum, forward[t - 1][s - 1]);
                }
                if (leaps(s)) {
                    sum = add(sum, forward[t - 1][s - 2]);
                }
                forward[t][s] = sum + given(t, s);
            }
        }
    }

    private void goBackward() {
        int last = backward.length - 1;
        Arrays.fill(backward[last], Double.NEGATIVE_INFINITY);
        for (int s = Math.max(0, labels.length - 2); s < labels.length; s++) {
            backward[last][s] = 0;
        }
        for (int t = last - 1; t >= 0; t--) {
            for (int s = 0; s < labels.length; s++) {
                double sum = backward[t + 1][s] + given(t + 1, s);
                if (s + 1 < labels.length) {
                    sum = add(sum, backward[t + 1][s + 1] + given(t + 1, s + 1));
                }
                if (s + 2 < labels.length && leaps(s + 2)) {
                    sum = add(sum, backward[t + 1][s + 2] + given(t + 1, s + 2));
                }
                backward[t][s] = sum;
            }
        }
    }

    /// @return the logarithms of how likely it is to end at each of the places where a way may end
    double[] ends() {
        double[] last = forward[forward.length - 1];
        return Arrays.copyOfRange(last, Math.max(0, last.length - 2), last.length);
    }

    /// @return the logarithm of how likely the labels are; minus infinity where they do not fit into the steps
    double total() {
        return total;
    }

    boolean isPossible() {
        return !Double.isInfinite(total);
    }

    int places() {
        return labels.length;
    }

    /// @return the class at a place
    int label(int place) {
        return labels[place];
    }

    /// @return the softmax of a class at a step
    double probability(int step, int k) {
        return Math.exp(logits[step][k]);
    }

    /// @return how likely it is that a way which gives the labels is at `place` at that step
    double share(int step, int place) {
        return Math.exp(forward[step][place] + backward[step][place] - total);
    }
}
