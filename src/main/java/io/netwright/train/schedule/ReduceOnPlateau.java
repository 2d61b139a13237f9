package io.netwright.train.schedule;

import io.netwright.layer.Prop;
import java.util.List;

/// Multiplied by a factor whenever the loss has not fallen for some epochs; PyTorch's ReduceLROnPlateau. It looks at
/// the validation loss, or where nothing is held out for validation at the training loss, after each epoch.
public final class ReduceOnPlateau implements Schedule {

    public static final String TYPE = "ReduceOnPlateau";

    private static final String RELATIVE = "relative";
    private static final String ABSOLUTE = "absolute";

    public static final Prop.RealProp FACTOR = new Prop.RealProp("factor", 0.1, 0, 0.9999999999);

    /// How many epochs without progress are put up with.
    public static final Prop.IntProp PATIENCE = new Prop.IntProp("patience", 10, 0, 1_000_000);

    /// What counts as progress: a loss lower than the lowest by more than this.
    public static final Prop.RealProp THRESHOLD = new Prop.RealProp("threshold", 1e-4, 0, 1e9);

    public static final Prop.ChoiceProp THRESHOLD_MODE =
            new Prop.ChoiceProp("thresholdMode", RELATIVE, List.of(RELATIVE, ABSOLUTE));

    /// For how many epochs after a reduction nothing is counted.
    public static final Prop.IntProp COOLDOWN = new Prop.IntProp("cooldown", 0, 0, 1_000_000);

    public static final Prop.RealProp MIN_FACTOR = Shapes.MIN_FACTOR;

    private static final ScheduleInfo INFO = ScheduleInfo.of(
            TYPE,
            List.of("f \\leftarrow \\max(k\\,f,\\ m)"),
            "",
            FACTOR,
            PATIENCE,
            THRESHOLD,
            THRESHOLD_MODE,
            COOLDOWN,
            MIN_FACTOR);

    @Override
    public ScheduleInfo info() {
        return INFO;
    }

    @Override
    public Course course(ScheduleSpec spec) {
        return new Watching(spec);
    }

    private static final class Watching implements Course {
        private final double factor;
        private final int patience;
        private final double threshold;
        private final boolean relative;
        private final int cooldown;
        private final double min;
        private double now = 1;
        private double best = Double.POSITIVE_INFINITY;
        private int bad;
        private int cooling;

        Watching(ScheduleSpec spec) {
            this.factor = spec.get(FACTOR);
            this.patience = spec.get(PATIENCE);
            this.threshold = spec.get(THRESHOLD);
            this.relative = spec.get(THRESHOLD_MODE).equals(RELATIVE);
            this.cooldown = spec.get(COOLDOWN);
            this.min = spec.get(MIN_FACTOR);
        }

        @Override
        public double factor(long t, long units) {
            return now;
        }

        @Override
        public void judged(double loss) {
            if (loss < (relative ? best * (1 - threshold) : best - threshold)) {
                best = loss;
                bad = 0;
            } else {
                bad++;
            }
            if (cooling > 0) {
                cooling--;
                bad = 0;
            }
            if (bad > patience) {
                now = Math.max(now * factor, min);
                cooling = cooldown;
                bad = 0;
            }
        }
    }
}
