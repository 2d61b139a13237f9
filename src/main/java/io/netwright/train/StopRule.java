package io.netwright.train;

import io.netwright.text.Message;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// When a run is to hold by itself, beside the end of its epochs and numbers that are not finite. 0 stands for never.
///
/// @param step     hold before this step is passed
/// @param spike    hold where a loss is so many times its recent mean
/// @param ratio    hold where an update is larger than this share of its node's parameters
/// @param patience hold after so many epochs without a better one (early stopping)
public record StopRule(long step, double spike, double ratio, int patience) {

    public static final StopRule NEVER = new StopRule(0, 0, 0, 0);

    public StopRule {
        if (step < 0 || patience < 0 || !(spike >= 0) || !(ratio >= 0)) {
            throw new IllegalArgumentException(step + ", " + spike + ", " + ratio + ", " + patience);
        }
    }

    /// Applies rules to a run, step by step. Used by one thread.
    static final class Watching {

        /// The weight of the past in the mean that a loss is compared with.
        private static final double PAST = 0.98;
        /// A mean of fewer losses than this means little.
        private static final int SETTLED = 20;

        private StopRule rule = NEVER;
        private double mean;
        private double mass;
        private int losses;
        private double best = Double.POSITIVE_INFINITY;
        private int worse;

        void rule(StopRule next) {
            rule = next;
            worse = 0;
        }

        /// Forgets the run so far.
        void reset() {
            mean = 0;
            mass = 0;
            losses = 0;
            best = Double.POSITIVE_INFINITY;
            worse = 0;
        }

        boolean asksForRatios() {
            return rule.ratio > 0;
        }

        /// @return why to hold now; null where there is no reason
        @Nullable
        Message step(long step, double loss, @Nullable Statistics statistics) {
            double usual = losses < SETTLED ? Double.NaN : mean / mass;
            mean = PAST * mean + (1 - PAST) * loss;
            mass = PAST * mass + (1 - PAST);
            losses++;
            if (rule.step > 0 && step == rule.step) {
                return Message.of("train.stop.step", step);
            }
            if (rule.spike > 0 && loss > rule.spike * usual) {
                return Message.of("train.stop.spike", step, number(loss), number(loss / usual));
            }
            if (rule.ratio > 0 && statistics != null) {
                for (Statistics.OfParameter p : statistics.parameters().values()) {
                    double ratio = statistics.updateRatio(p.node());
                    if (ratio > rule.ratio) {
                        return Message.of("train.stop.ratio", step, p.node(), number(ratio));
                    }
                }
            }
            return null;
        }

        /// @return whether the epoch was the best so far
        boolean epoch(EpochReport report) {
            boolean better = report.judgedBy() < best;
            worse = better ? 0 : worse + 1;
            best = Math.min(best, report.judgedBy());
            return better;
        }

        /// @return why to hold after the epoch; null where there is no reason
        @Nullable
        Message afterEpoch() {
            return rule.patience > 0 && worse >= rule.patience
                    ? Message.of("train.stop.patience", worse, number(best))
                    : null;
        }

        private static String number(double x) {
            return String.format(Locale.ENGLISH, "%.3g", x);
        }
    }
}
