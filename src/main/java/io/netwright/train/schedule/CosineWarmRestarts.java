package io.netwright.train.schedule;

import io.netwright.layer.Prop;
import java.util.List;

/// Half cosine waves one after the other, each so many times as long as the one before; PyTorch's
/// CosineAnnealingWarmRestarts.
public final class CosineWarmRestarts implements Schedule {

    public static final String TYPE = "CosineWarmRestarts";

    public static final Prop.IntProp PERIOD = new Prop.IntProp("period", 10, 1, 1_000_000_000);

    public static final Prop.IntProp GROWTH = new Prop.IntProp("growth", 1, 1, 100);

    public static final Prop.RealProp MIN_FACTOR = Shapes.MIN_FACTOR;

    private static final ScheduleInfo INFO = ScheduleInfo.of(
            TYPE,
            List.of("f = m + \\frac{1 - m}{2}\\left(1 + \\cos\\frac{\\pi\\,s}{n_i}\\right),"
                    + " \\quad n_{i+1} = g\\,n_i"),
            "Loshchilov, Hutter: SGDR: Stochastic gradient descent with warm restarts. ICLR 2017",
            PERIOD,
            GROWTH,
            MIN_FACTOR);

    @Override
    public ScheduleInfo info() {
        return INFO;
    }

    @Override
    public Course course(ScheduleSpec spec) {
        int first = spec.get(PERIOD);
        int growth = spec.get(GROWTH);
        double min = spec.get(MIN_FACTOR);
        return (t, units) -> {
            long period = first;
            long since = growth == 1 ? t % period : t;
            while (since >= period) {
                since -= period;
                period *= growth;
            }
            return Shapes.cosine(1, min, (double) since / period);
        };
    }
}
