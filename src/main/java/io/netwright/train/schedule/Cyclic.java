package io.netwright.train.schedule;

import io.netwright.layer.Prop;
import java.util.List;

/// Up and down again between the learning rate and a multiple of it; PyTorch's CyclicLR without its cycling of the
/// momentum.
public final class Cyclic implements Schedule {

    public static final String TYPE = "Cyclic";

    private static final String TRIANGULAR = "triangular";
    private static final String TRIANGULAR2 = "triangular2";
    private static final String EXPONENTIAL = "exponential";

    public static final Prop.IntProp UP = new Prop.IntProp("up", 5, 1, 1_000_000_000);

    /// 0 for as long as upwards.
    public static final Prop.IntProp DOWN = new Prop.IntProp("down", 0, 0, 1_000_000_000);

    public static final Prop.RealProp MAX_FACTOR = new Prop.RealProp("maxFactor", 10.0, 1, 1e6);

    /// Whether later cycles are as high, half as high each, or lower by gamma with each unit.
    public static final Prop.ChoiceProp MODE =
            new Prop.ChoiceProp("mode", TRIANGULAR, List.of(TRIANGULAR, TRIANGULAR2, EXPONENTIAL));

    public static final Prop.RealProp GAMMA = new Prop.RealProp("gamma", 1.0, 0, 1);

    private static final ScheduleInfo INFO = ScheduleInfo.of(
            TYPE,
            List.of("f = 1 + (k - 1)\\,x\\,s, \\quad x: 0 \\to 1 \\to 0"),
            "Smith: Cyclical learning rates for training neural networks. WACV 2017",
            UP,
            DOWN,
            MAX_FACTOR,
            MODE,
            GAMMA);

    @Override
    public ScheduleInfo info() {
        return INFO;
    }

    @Override
    public Course course(ScheduleSpec spec) {
        int up = spec.get(UP);
        int down = spec.get(DOWN) == 0 ? up : spec.get(DOWN);
        double max = spec.get(MAX_FACTOR);
        String mode = spec.get(MODE);
        double gamma = spec.get(GAMMA);
        return (t, units) -> {
            long cycle = t / (up + down);
            long within = t % (up + down);
            double height = within <= up ? (double) within / up : (double) (up + down - within) / down;
            double scale =
                    switch (mode) {
                        case TRIANGULAR2 -> Math.pow(0.5, cycle);
                        case EXPONENTIAL -> Math.pow(gamma, t);
                        default -> 1;
                    };
            return Shapes.line(1, max, height * scale);
        };
    }
}
