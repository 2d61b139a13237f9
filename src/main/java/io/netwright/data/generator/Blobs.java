package io.netwright.data.generator;

import io.netwright.data.DataSet;
import io.netwright.data.Parameter;
import io.netwright.data.Rng;
import java.util.List;

/// Normally distributed clouds of points, one a class.
///
/// The centre of class `k` out of `K` is at `(4 cos t, 4 sin t)` with `t = 2 pi k / K`; the points lie around it with
/// standard deviation `noise` in each coordinate. (scikit-learn's `make_blobs` draws the centres at random, which now
/// and then puts two in the same place.)
final class Blobs implements Generator {

    private static final double RADIUS = 4;

    static final Parameter.Whole CLASSES = new Parameter.Whole("classes", 3, 2, 10);
    static final Parameter.Real NOISE = new Parameter.Real("noise", 1, 0, 5);

    @Override
    public String id() {
        return "blobs";
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
            double t = 2 * Math.PI * k / classes;
            double centre1 = RADIUS * StrictMath.cos(t);
            double centre2 = RADIUS * StrictMath.sin(t);
            for (int i = 0; i < Common.share(points, k, classes); i++) {
                cloud.add(centre1 + noise * random.gaussian(), centre2 + noise * random.gaussian(), k);
            }
        }
        return cloud.toDataSet(id(), classes);
    }
}
