package io.netwright.data.generator;

import io.netwright.data.DataSet;
import io.netwright.data.Parameter;
import io.netwright.data.Rng;
import java.util.List;

/// Interleaved spirals, one a class.
///
/// As TensorFlow Playground draws two: point `i` of the `n` of class `k` out of `K` is at radius `r = 5 i / n` and
/// angle
/// `t = 1.75 * 2 pi * i / n + 2 pi k / K`, at `(r sin t, r cos t)`, each coordinate moved by a number uniform in [-1,
/// 1) times `noise`.
final class Spirals implements Generator {

    private static final double RADIUS = 5;
    private static final double TURNS = 1.75;

    static final Parameter.Whole CLASSES = new Parameter.Whole("classes", 2, 2, 10);
    static final Parameter.Real NOISE = new Parameter.Real("noise", 0.1, 0, 1);

    @Override
    public String id() {
        return "spirals";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Common.POINTS, CLASSES, NOISE, Common.SEED);
    }

    @Override
    public DataSet generate(Arguments arguments) {
        int points = (int) arguments.get(Common.POINTS);
        int classes = (int) arguments.get(CLASSES);
        double noise = arguments.get(NOISE);
        Rng random = new Rng(arguments.get(Common.SEED));
        PointCloud cloud = new PointCloud(points);
        for (int k = 0; k < classes; k++) {
            int n = Common.share(points, k, classes);
            for (int i = 0; i < n; i++) {
                double r = RADIUS * i / n;
                double t = TURNS * i / n * 2 * Math.PI + 2 * Math.PI * k / classes;
                double x1 = r * StrictMath.sin(t) + random.uniform(-1, 1) * noise;
                double x2 = r * StrictMath.cos(t) + random.uniform(-1, 1) * noise;
                cloud.add(x1, x2, k);
            }
        }
        return cloud.toDataSet(id(), classes);
    }
}
