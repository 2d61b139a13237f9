package io.netwright.data.generator;

import io.netwright.data.DataSet;
import io.netwright.data.Parameter;
import io.netwright.data.Rng;
import io.netwright.data.Target;
import java.util.List;

/// A number to be predicted that grows evenly in one direction: `y = (x1 + x2) / 10`.
///
/// As TensorFlow Playground's plane: both coordinates are uniform in [-6, 6). The number is moved by normal noise of
/// standard deviation `noise` (Playground moves the point instead, which comes to the same on a plane).
final class RegressionPlane implements Generator {

    private static final double EXTENT = 6;
    private static final double SLOPE_DIVISOR = 10;

    static final Parameter.Real NOISE = new Parameter.Real("noise", 0.1, 0, 5);

    @Override
    public String id() {
        return "regression-plane";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Common.POINTS, NOISE, Common.SEED);
    }

    @Override
    public DataSet generate(Arguments arguments) {
        int points = (int) arguments.get(Common.POINTS);
        double noise = arguments.get(NOISE);
        Rng random = new Rng(arguments.get(Common.SEED));
        double[] x = new double[2 * points];
        double[] y = new double[points];
        for (int i = 0; i < points; i++) {
            x[2 * i] = random.uniform(-EXTENT, EXTENT);
            x[2 * i + 1] = random.uniform(-EXTENT, EXTENT);
            y[i] = (x[2 * i] + x[2 * i + 1]) / SLOPE_DIVISOR + noise * random.gaussian();
        }
        return DataSet.points(id(), Common.PLANE, x, new Target.Values(y, 1, List.of("y")));
    }
}
