package io.netwright.train.schedule;

import io.netwright.layer.Prop;
import java.util.List;

/// Multiplied by gamma at each milestone; PyTorch's MultiStepLR.
public final class MultiStep implements Schedule {

    public static final String TYPE = "MultiStep";

    public static final Prop.IntsProp MILESTONES =
            new Prop.IntsProp("milestones", List.of(10, 15), 1, 100, 1, 1_000_000_000);

    public static final Prop.RealProp GAMMA = Shapes.GAMMA;

    private static final ScheduleInfo INFO = ScheduleInfo.of(
            TYPE, List.of("f = \\gamma^{k}, \\quad k = \\text{milestones} \\le t"), "", MILESTONES, GAMMA);

    @Override
    public ScheduleInfo info() {
        return INFO;
    }

    @Override
    public Course course(ScheduleSpec spec) {
        List<Integer> milestones = spec.get(MILESTONES);
        double gamma = spec.get(GAMMA);
        return (t, units) ->
                Math.pow(gamma, milestones.stream().filter(m -> m <= t).count());
    }
}
