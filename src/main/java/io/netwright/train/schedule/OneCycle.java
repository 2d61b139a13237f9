package io.netwright.train.schedule;

import io.netwright.layer.Prop;
import java.util.List;

/// Up to the learning rate, then down to almost nothing; PyTorch's OneCycleLR without its cycling of the momentum. The
/// learning rate is the peak.
public final class OneCycle implements Schedule {

    public static final String TYPE = "OneCycle";

    private static final String COSINE = "cosine";
    private static final String LINEAR = "linear";

    public static final Prop.IntProp OVER = Shapes.OVER;

    public static final Prop.RealProp WARM_SHARE = new Prop.RealProp("warmShare", 0.3, 0, 1);

    public static final Prop.RealProp START_DIVISOR = new Prop.RealProp("startDivisor", 25.0, 1, 1e9);

    public static final Prop.RealProp END_DIVISOR = new Prop.RealProp("endDivisor", 1e4, 1, 1e12);

    public static final Prop.ChoiceProp SHAPE = new Prop.ChoiceProp("shape", COSINE, List.of(COSINE, LINEAR));

    /// Whether it comes down as it went up and only then goes on to the end.
    public static final Prop.BoolProp THREE_PHASES = new Prop.BoolProp("threePhases", false);

    private static final ScheduleInfo INFO = ScheduleInfo.of(
            TYPE,
            List.of("f: \\frac{1}{d} \\to 1 \\to \\frac{1}{d\\,e}"),
            "Smith, Topin: Super-convergence: Very fast training of neural networks using large learning rates. 2019",
            OVER,
            WARM_SHARE,
            START_DIVISOR,
            END_DIVISOR,
            SHAPE,
            THREE_PHASES);

    @Override
    public ScheduleInfo info() {
        return INFO;
    }

    @Override
    public Course course(ScheduleSpec spec) {
        int over = spec.get(OVER);
        double warm = spec.get(WARM_SHARE);
        double start = 1 / spec.get(START_DIVISOR);
        double end = start / spec.get(END_DIVISOR);
        boolean line = spec.get(SHAPE).equals(LINEAR);
        boolean three = spec.get(THREE_PHASES);
        return (t, units) -> {
            long n = Shapes.over(over, units);
            double last = n - 1.0;
            double now = Math.min(t, last);
            double top = warm * n - 1;
            double middle = 2 * warm * n - 2;
            if (now <= top) {
                return between(line, start, 1, now / top);
            }
            if (!three) {
                return between(line, 1, end, (now - top) / (last - top));
            }
            return now <= middle
                    ? between(line, 1, start, (now - top) / (middle - top))
                    : between(line, start, end, (now - middle) / (last - middle));
        };
    }

    private static double between(boolean line, double from, double to, double share) {
        // a phase of no length is over as it begins
        double done = Double.isNaN(share) ? 1 : share;
        return line ? Shapes.line(from, to, done) : Shapes.cosine(from, to, done);
    }
}
