package io.netwright.train.schedule;

import io.netwright.layer.Prop;
import java.util.List;

/// Multiplied by gamma every so many units; PyTorch's StepLR.
public final class StepDecay implements Schedule {

    public static final String TYPE = "Step";

    public static final Prop.IntProp EVERY = new Prop.IntProp("every", 10, 1, 1_000_000_000);

    public static final Prop.RealProp GAMMA = Shapes.GAMMA;

    private static final ScheduleInfo INFO =
            ScheduleInfo.of(TYPE, List.of("f = \\gamma^{\\lfloor t / n \\rfloor}"), "", EVERY, GAMMA);

    @Override
    public ScheduleInfo info() {
        return INFO;
    }

    @Override
    public Course course(ScheduleSpec spec) {
        int every = spec.get(EVERY);
        double gamma = spec.get(GAMMA);
        return (t, units) -> {
            long times = t / every;
            return Math.pow(gamma, times);
        };
    }
}
