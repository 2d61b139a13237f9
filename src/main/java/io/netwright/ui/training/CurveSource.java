package io.netwright.ui.training;

import io.netwright.train.EpochReport;
import io.netwright.train.LossHistory;
import io.netwright.ui.chart.Curve;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Makes curves of a run's history: every loss of every step, thinned out to what a screen can show, smoothed on
/// request, and what each epoch reported.
public final class CurveSource {

    /// Stretches of steps that a curve shows at most; each gives its least and its greatest loss.
    private static final int BUCKETS = 1200;

    private final LossHistory history;
    private final int batchesPerEpoch;

    /// @param batchesPerEpoch steps of an epoch, for the horizontal axis, which counts epochs
    public CurveSource(LossHistory history, int batchesPerEpoch) {
        this.history = history;
        this.batchesPerEpoch = Math.max(1, batchesPerEpoch);
    }

    /// @param label     what the legend calls it
    /// @param smoothing 0 for the losses as they are, towards 1 for their exponential moving average
    /// @param from      the left end of what is seen, in epochs
    /// @param to        its right end; infinite for the end of the run
    public Curve losses(String label, double smoothing, Curve.Style style, double from, double to) {
        long all = history.steps();
        // a little beyond both ends, so that lines run out of sight rather than end
        long first = Math.clamp((long) (from * batchesPerEpoch) - 2, 0, all);
        long last = to * batchesPerEpoch >= all ? all : Math.clamp((long) (to * batchesPerEpoch) + 2, first, all);
        long steps = last - first;
        if (steps <= 2L * BUCKETS) {
            float[] raw = new float[(int) steps];
            int n = history.read(first, raw);
            double[] x = new double[n];
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = epochs(first + i + 1L);
                y[i] = raw[i];
            }
            return curve(label, smoothing, style, x, y);
        }
        float[] extremes = history.extremes(first, last, BUCKETS);
        // a smoothed line goes through the middle of each stretch, a raw one up and down in it
        int each = smoothing == 0 ? 2 : 1;
        double[] x = new double[each * BUCKETS];
        double[] y = new double[each * BUCKETS];
        for (int b = 0; b < BUCKETS; b++) {
            double low = extremes[2 * b];
            double high = extremes[2 * b + 1];
            for (int k = 0; k < each; k++) {
                x[each * b + k] = epochs(first + steps * (2L * b + 1) / (2L * BUCKETS) + 1);
                y[each * b + k] = each == 1 ? (low + high) / 2 : k == 0 ? low : high;
            }
        }
        return curve(label, smoothing, style, x, y);
    }

    /// @param id tells the curve from others
    /// @return the smoothed losses of another run
    static Curve past(
            String id, String label, Curve.Tone tone, LossHistory history, int batchesPerEpoch, double smoothing) {
        Curve c = new CurveSource(history, batchesPerEpoch)
                .losses(label, smoothing, Curve.Style.LINE, 0, Double.POSITIVE_INFINITY);
        return new Curve(id, label, tone, Curve.Style.LINE, c.x(), c.y());
    }

    /// @return every loss of every step and what each epoch reported, as comma-separated values
    String csv() {
        StringBuilder csv = new StringBuilder("step,epoch,loss,epoch_loss,validation_loss");
        List<EpochReport> reports = history.epochs(0);
        List<String> metrics = reports.isEmpty()
                ? List.of()
                : List.copyOf(reports.getFirst().metrics().sequencedKeySet());
        metrics.forEach(
                m -> csv.append(",train_").append(m).append(",validation_").append(m));
        csv.append('\n');
        int next = 0;
        for (long i = 0; i < history.steps(); i++) {
            csv.append(i + 1).append(',').append(epochs(i + 1)).append(',').append(history.loss(i));
            boolean ends = next < reports.size() && reports.get(next).step() == i + 1;
            if (ends) {
                EpochReport r = reports.get(next++);
                var validation = r.validation();
                csv.append(',').append(r.loss()).append(',');
                csv.append(validation == null ? "" : validation.loss());
                for (String m : metrics) {
                    csv.append(',').append(r.metrics().get(m)).append(',');
                    csv.append(validation == null ? "" : validation.metrics().get(m));
                }
            } else {
                csv.append(",".repeat(2 + 2 * metrics.size()));
            }
            csv.append('\n');
        }
        return csv.toString();
    }

    private double epochs(long step) {
        return (double) step / batchesPerEpoch;
    }

    private static Curve curve(String label, double smoothing, Curve.Style style, double[] x, double[] y) {
        double[] shown = smoothing == 0 ? y : smooth(y, smoothing);
        return new Curve(style == Curve.Style.FAINT ? "raw" : "train", label, Curve.Tone.TRAIN, style, x, shown);
    }

    /// An exponential moving average without the pull towards 0 at the start (Kingma and Ba's correction).
    private static double[] smooth(double[] y, double weight) {
        double[] smooth = new double[y.length];
        double mean = 0;
        double mass = 0;
        for (int i = 0; i < y.length; i++) {
            if (Double.isFinite(y[i])) {
                mean = weight * mean + (1 - weight) * y[i];
                mass = weight * mass + (1 - weight);
            }
            smooth[i] = mass == 0 ? Double.NaN : mean / mass;
        }
        return smooth;
    }

    /// @param id    tells the curve from others
    /// @param value what of each epoch's report; NaN where it has none
    Curve perEpoch(String id, String label, Curve.Tone tone, ToDoubleFunction<EpochReport> value) {
        List<EpochReport> reports = new ArrayList<>(history.epochs(0));
        double[] x = new double[reports.size()];
        double[] y = new double[reports.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = reports.get(i).epoch();
            y[i] = value.applyAsDouble(reports.get(i));
        }
        return new Curve(id, label, tone, Curve.Style.LINE, x, y);
    }

    /// @return whether any epoch was judged on validation data
    boolean hasValidation() {
        List<EpochReport> reports = history.epochs(0);
        return !reports.isEmpty() && reports.getLast().validation() != null;
    }

    /// @return the step at a place on the axis
    long stepAt(double epochs) {
        return Math.round(epochs * batchesPerEpoch);
    }
}
