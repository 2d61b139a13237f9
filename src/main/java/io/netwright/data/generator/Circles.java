package io.netwright.data.generator;

import io.netwright.data.DataSet;
import io.netwright.data.Parameter;
import io.netwright.data.Rng;
import java.util.List;

/// A circle within a circle.
///
/// As scikit-learn's `make_circles`: the points of each class are evenly spaced, point `i` of `n` at angle
/// `2 pi i / n`; class 0 on the circle of radius 1, class 1 (half of the points, rounded up) on that of radius
/// `factor`; then each coordinate is moved by normal noise of standard deviation `noise`.
final class Circles implements Generator {

    static final Parameter.Real FACTOR = new Parameter.Real("factor", 0.5, 0, 0.99);
    static final Parameter.Real NOISE = new Parameter.Real("noise", 0.05, 0, 1);

    @Override
    public String id() {
        return "circles";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Common.POINTS, FACTOR, NOISE, Common.SEED);
    }

    @Override
    public DataSet generate(Arguments arguments) {
        int points = (int) arguments.get(Common.POINTS);
        double factor = arguments.get(FACTOR);
        double noise = arguments.get(NOISE);
        Rng random = new Rng(arguments.get(Common.SEED));
        PointCloud cloud = new PointCloud(points);
        int outer = points / 2;
        int inner = points - outer;
        for (int i = 0; i < points; i++) {
            int label = i < outer ? 0 : 1;
            double t = label == 0 ? 2 * Math.PI * i / outer : 2 * Math.PI * (i - outer) / inner;
            double r = label == 0 ? 1 : factor;
            double x1 = r * StrictMath.cos(t) + noise * random.gaussian();
            double x2 = r * StrictMath.sin(t) + noise * random.gaussian();
            cloud.add(x1, x2, label);
        }
        return cloud.toDataSet(id(), 2);
    }
}
