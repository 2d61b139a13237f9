package io.netwright.data.generator;

import io.netwright.data.DataSet;
import io.netwright.data.Parameter;
import io.netwright.data.Rng;
import java.util.List;

/// Two half circles that reach into each other.
///
/// As scikit-learn's `make_moons`: `t` runs evenly from 0 to pi, both ends included; class 0 is at `(cos t, sin t)`,
/// class 1 (half of the points, rounded up) at `(1 - cos t, 0.5 - sin t)`; then each coordinate is moved by normal
/// noise of standard deviation `noise`.
final class Moons implements Generator {

    static final Parameter.Real NOISE = new Parameter.Real("noise", 0.1, 0, 1);

    @Override
    public String id() {
        return "moons";
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
        int outer = points / 2;
        int inner = points - outer;
        for (int i = 0; i < outer; i++) {
            double t = angle(i, outer);
            cloud.add(StrictMath.cos(t) + noise * random.gaussian(), StrictMath.sin(t) + noise * random.gaussian(), 0);
        }
        for (int i = 0; i < inner; i++) {
            double t = angle(i, inner);
            cloud.add(
                    1 - StrictMath.cos(t) + noise * random.gaussian(),
                    0.5 - StrictMath.sin(t) + noise * random.gaussian(),
                    1);
        }
        return cloud.toDataSet(id(), 2);
    }

    private static double angle(int i, int n) {
        return n == 1 ? 0 : Math.PI * i / (n - 1);
    }
}
