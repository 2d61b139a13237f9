package io.netwright.data.generator;

import io.netwright.data.DataSet;
import io.netwright.data.Target;
import java.util.List;
import java.util.stream.IntStream;

/// Points in the plane, each of a class, while they are drawn.
final class PointCloud {

    private final double[] values;
    private final int[] labels;
    private int size;

    PointCloud(int points) {
        values = new double[2 * points];
        labels = new int[points];
    }

    void add(double x1, double x2, int label) {
        values[2 * size] = x1;
        values[2 * size + 1] = x2;
        labels[size++] = label;
    }

    /// @return the points, their classes named `0`, `1`, ...
    DataSet toDataSet(String name, int classes) {
        List<String> names =
                IntStream.range(0, classes).mapToObj(Integer::toString).toList();
        return DataSet.points(name, Common.PLANE, values, new Target.Classes(labels, names));
    }
}
