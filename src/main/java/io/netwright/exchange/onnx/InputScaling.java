package io.netwright.exchange.onnx;

import io.netwright.data.Scaler;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/// `(x - shift) / scale` in front of a network, so that a model takes features in the units of their source.
final class InputScaling {

    private InputScaling() {}

    /// @param sample the shape of one sample, without the batch axis
    /// @param out    the name of what the network gets
    static void emit(GraphWriter graph, String node, String input, Shape sample, Scaler scaler, String out) {
        int[] dims = dims(sample, scaler);
        boolean expanded = Arrays.stream(dims).reduce(1, Math::multiplyExact) != scaler.shift().length;
        double[] shift = expanded ? scaler.expanded()[0] : scaler.shift();
        double[] scale = expanded ? scaler.expanded()[1] : scaler.scale();
        String last = input;
        for (double[] part : parts(graph.precision(), shift)) {
            String name = graph.constant(node + ".shift", part, dims);
            last = graph.operator(node, "Sub", List.of(last, name), graph.fresh(node + ".centred"));
        }
        graph.operator(node, "Div", List.of(last, graph.constant(node + ".scale", scale, dims)), out);
    }

    /// In float32, a mean of 2020.3 is off by 0.00006, which matters where the deviation is small. The rest that
    /// rounding leaves is subtracted too; the first difference is exact where it counts, near the mean.
    private static List<double[]> parts(Precision precision, double[] shift) {
        if (precision == Precision.FLOAT64) {
            return List.of(shift);
        }
        double[] rounded = new double[shift.length];
        double[] rest = new double[shift.length];
        for (int i = 0; i < shift.length; i++) {
            rounded[i] = (float) shift[i];
            rest[i] = shift[i] - rounded[i];
        }
        return Arrays.stream(rest).allMatch(r -> r == 0) ? List.of(rounded) : List.of(rounded, rest);
    }

    /// @return the sizes with which one number a group repeats over a sample: `(4)`, `(3, 1, 1)` or none; where groups
    ///     are not whole leading axes, one number for each of a sample's
    private static int[] dims(Shape sample, Scaler scaler) {
        if (scaler.shift().length == 1) {
            return new int[0];
        }
        int[] dims = new int[sample.rank()];
        Arrays.fill(dims, 1);
        int groups = 1;
        for (int axis = 0; axis < dims.length && groups < scaler.shift().length; axis++) {
            dims[axis] = sample.size(axis);
            groups *= sample.size(axis);
        }
        return groups == scaler.shift().length ? dims : sample.raw();
    }
}
