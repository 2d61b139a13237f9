package io.netwright.train.schedule;

import io.netwright.layer.Prop;

/// Settings and shapes that several schedules have.
final class Shapes {

    static final Prop.RealProp GAMMA = new Prop.RealProp("gamma", 0.1, 0, 1);

    static final Prop.RealProp MIN_FACTOR = new Prop.RealProp("minFactor", 0.0, 0, 1);

    /// Over how many units; 0 for all that the schedule has.
    static final Prop.IntProp OVER = new Prop.IntProp("over", 0, 0, 1_000_000_000);

    private Shapes() {}

    /// @param over  as [#OVER] says it
    /// @param units all that there are
    /// @return over how many units, at least 1
    static long over(int over, long units) {
        return Math.max(1, over == 0 ? units : over);
    }

    /// @return half a cosine wave from `from` at 0 to `to` at 1
    static double cosine(double from, double to, double share) {
        return to + (from - to) / 2 * (1 + Math.cos(Math.PI * share));
    }

    /// @return the straight line from `from` at 0 to `to` at 1
    static double line(double from, double to, double share) {
        return from + (to - from) * share;
    }
}
