package io.netwright.train.schedule;

import io.netwright.layer.Prop;
import java.util.List;

/// The learning rate as it is set, or a fixed share of it.
public final class Constant implements Schedule {

    public static final String TYPE = "Constant";

    public static final Prop.RealProp FACTOR = new Prop.RealProp("factor", 1.0, 0, 1000);

    private static final ScheduleInfo INFO = ScheduleInfo.of(TYPE, List.of("f = k"), "", FACTOR);

    @Override
    public ScheduleInfo info() {
        return INFO;
    }

    @Override
    public Course course(ScheduleSpec spec) {
        double factor = spec.get(FACTOR);
        return (t, units) -> factor;
    }
}
