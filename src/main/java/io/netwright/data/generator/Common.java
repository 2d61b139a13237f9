package io.netwright.data.generator;

import io.netwright.data.Parameter;
import java.util.List;

/// What the generators have in common.
final class Common {

    /// Large enough for any picture in the plane, small enough to draw at once.
    static final Parameter.Whole POINTS = new Parameter.Whole("points", 400, 4, 100_000);

    /// Up to what a project file (whose numbers other programs read as float64) holds exactly.
    static final Parameter.Whole SEED = new Parameter.Whole("seed", 1, 0, (1L << 53) - 1);

    static final List<String> PLANE = List.of("x1", "x2");

    private Common() {}

    /// @return the points of `part` of `parts` equal parts; the first parts get what does not divide
    static int share(int points, int part, int parts) {
        return points / parts + (part < points % parts ? 1 : 0);
    }
}
