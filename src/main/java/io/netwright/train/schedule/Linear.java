package io.netwright.train.schedule;

import io.netwright.layer.Prop;
import java.util.List;

/// A straight line from one factor to another, as for a warm-up; PyTorch's LinearLR.
public final class Linear implements Schedule {

    public static final String TYPE = "Linear";

    public static final Prop.RealProp START_FACTOR = new Prop.RealProp("startFactor", 0.1, 0, 1000);

    public static final Prop.RealProp END_FACTOR = new Prop.RealProp("endFactor", 1.0, 0, 1000);

    public static final Prop.IntProp OVER = Shapes.OVER;

    private static final ScheduleInfo INFO = ScheduleInfo.of(
            TYPE, List.of("f = a + (b - a)\\,\\frac{\\min(t, n)}{n}"), "", START_FACTOR, END_FACTOR, OVER);

    @Override
    public ScheduleInfo info() {
        return INFO;
    }

    @Override
    public Course course(ScheduleSpec spec) {
        double start = spec.get(START_FACTOR);
        double end = spec.get(END_FACTOR);
        int over = spec.get(OVER);
        return (t, units) -> {
            long n = Shapes.over(over, units);
            return Shapes.line(start, end, (double) Math.min(t, n) / n);
        };
    }
}
