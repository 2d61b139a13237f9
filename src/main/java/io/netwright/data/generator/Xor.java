package io.netwright.data.generator;

import io.netwright.data.DataSet;
import io.netwright.data.Parameter;
import io.netwright.data.Rng;
import java.util.List;

/// Exclusive or, spread over the plane: class 1 where exactly one coordinate is positive.
///
/// As TensorFlow Playground draws it: each coordinate is uniform in [-5, 5) and then moved 0.3 away from its axis, and
/// the class is that of the point moved by noise, uniform in [-5, 5) times `noise` in each coordinate, while the point
/// itself stays. (Playground calls the class with both signs alike the positive one; here class 1 is where `xor` is
/// true.)
final class Xor implements Generator {

    private static final double EXTENT = 5;
    private static final double MARGIN = 0.3;

    static final Parameter.Real NOISE = new Parameter.Real("noise", 0, 0, 1);

    @Override
    public String id() {
        return "xor";
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
        PointCloud cloud = new PointCloud(points);
        for (int i = 0; i < points; i++) {
            double x1 = away(random.uniform(-EXTENT, EXTENT));
            double x2 = away(random.uniform(-EXTENT, EXTENT));
            double moved1 = x1 + random.uniform(-EXTENT, EXTENT) * noise;
            double moved2 = x2 + random.uniform(-EXTENT, EXTENT) * noise;
            cloud.add(x1, x2, moved1 > 0 == moved2 > 0 ? 0 : 1);
        }
        return cloud.toDataSet(id(), 2);
    }

    private static double away(double x) {
        return x + (x > 0 ? MARGIN : -MARGIN);
    }
}
