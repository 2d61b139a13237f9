package io.netwright.train.schedule;

import io.netwright.layer.Prop;
import java.util.List;

/// Down to 0 by a power of what is left; PyTorch's PolynomialLR.
public final class Polynomial implements Schedule {

    public static final String TYPE = "Polynomial";

    public static final Prop.RealProp POWER = new Prop.RealProp("power", 1.0, 0.01, 100);

    public static final Prop.IntProp OVER = Shapes.OVER;

    private static final ScheduleInfo INFO =
            ScheduleInfo.of(TYPE, List.of("f = \\left(1 - \\frac{\\min(t, n)}{n}\\right)^{p}"), "", POWER, OVER);

    @Override
    public ScheduleInfo info() {
        return INFO;
    }

    @Override
    public Course course(ScheduleSpec spec) {
        double power = spec.get(POWER);
        int over = spec.get(OVER);
        return (t, units) -> {
            long n = Shapes.over(over, units);
            return Math.pow(1 - (double) Math.min(t, n) / n, power);
        };
    }
}
