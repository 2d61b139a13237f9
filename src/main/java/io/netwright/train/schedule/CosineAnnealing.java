package io.netwright.train.schedule;

import io.netwright.layer.Prop;
import java.util.List;

/// Down along half a cosine wave, and where it goes on, up again; PyTorch's CosineAnnealingLR.
public final class CosineAnnealing implements Schedule {

    public static final String TYPE = "CosineAnnealing";

    public static final Prop.RealProp MIN_FACTOR = Shapes.MIN_FACTOR;

    public static final Prop.IntProp OVER = Shapes.OVER;

    private static final ScheduleInfo INFO = ScheduleInfo.of(
            TYPE,
            List.of("f = m + \\frac{1 - m}{2}\\left(1 + \\cos\\frac{\\pi\\,t}{n}\\right)"),
            "Loshchilov, Hutter: SGDR: Stochastic gradient descent with warm restarts. ICLR 2017",
            MIN_FACTOR,
            OVER);

    @Override
    public ScheduleInfo info() {
        return INFO;
    }

    @Override
    public Course course(ScheduleSpec spec) {
        double min = spec.get(MIN_FACTOR);
        int over = spec.get(OVER);
        return (t, units) -> Shapes.cosine(1, min, (double) t / Shapes.over(over, units));
    }
}
