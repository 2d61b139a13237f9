package io.netwright.train.schedule;

import io.netwright.layer.Prop;
import java.util.List;

/// Multiplied by gamma at each unit; PyTorch's ExponentialLR.
public final class Exponential implements Schedule {

    public static final String TYPE = "Exponential";

    public static final Prop.RealProp GAMMA = new Prop.RealProp("gamma", 0.95, 0, 1);

    private static final ScheduleInfo INFO = ScheduleInfo.of(TYPE, List.of("f = \\gamma^t"), "", GAMMA);

    @Override
    public ScheduleInfo info() {
        return INFO;
    }

    @Override
    public Course course(ScheduleSpec spec) {
        double gamma = spec.get(GAMMA);
        return (t, units) -> Math.pow(gamma, t);
    }
}
