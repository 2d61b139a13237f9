package io.netwright.train;

import io.netwright.data.DataSource;
import io.netwright.data.DataSource.InlineTarget;
import io.netwright.data.DataSpec;
import io.netwright.data.SplitSpec;
import io.netwright.data.load.DataLoader;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.tensor.Precision;
import io.netwright.train.optimizer.OptimizerSpec;
import io.netwright.train.optimizer.Sgd;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Networks and data to train in tests.
public final class Nets {

    private Nets() {}

    /// Nodes one behind the other.
    public static Network chain(Node... nodes) {
        List<Wire> wires = new ArrayList<>();
        for (int i = 1; i < nodes.length; i++) {
            wires.add(Wire.of(nodes[i - 1].name() + ".out", nodes[i].name() + ".in"));
        }
        return new Network(List.of(nodes), wires);
    }

    public static Node input() {
        return Node.of("x", "Input");
    }

    public static Node dense(String name, int units) {
        return Node.of(name, "Dense").with("units", PropValue.of(units));
    }

    /// Input, two hidden layers with an activation, logits, cross-entropy.
    public static Network classifier(String activation, int hidden, int classes) {
        return chain(
                input(),
                dense("dense1", hidden),
                Node.of("act1", activation),
                dense("dense2", hidden),
                Node.of("act2", activation),
                dense("dense3", classes),
                Node.of("loss", "CrossEntropy"));
    }

    /// 8x8 digits: one convolution, pooling, dropout, logits.
    public static Network smallCnn() {
        return chain(
                input(),
                Node.of("conv1", "Conv2d").with("filters", PropValue.of(16)),
                Node.of("relu1", "ReLU"),
                Node.of("pool1", "MaxPool2d"),
                Node.of("flat", "Flatten"),
                Node.of("drop", "Dropout").with("rate", PropValue.of(0.25)),
                dense("dense1", 10),
                Node.of("loss", "CrossEntropy"));
    }

    /// Three layers whose weight matrices have equal rows, biases 0.1, ReLU after each, half the squared error.
    public static Network workedExample() {
        double[][] rows = {{.1, .2, .3}, {.1, .3, .5}, {.1, .3, .5}};
        List<Node> nodes = new ArrayList<>(List.of(input()));
        for (int i = 1; i <= 3; i++) {
            PropValue row = PropValue.reals(rows[i - 1]);
            var weights = new LinkedHashMap<String, PropValue>();
            weights.put("type", PropValue.of("explicit"));
            weights.put("values", new PropValue.ListOf(List.of(row, row, row)));
            var bias = new LinkedHashMap<String, PropValue>();
            bias.put("type", PropValue.of("constant"));
            bias.put("value", PropValue.of(0.1));
            nodes.add(dense("dense" + i, 3)
                    .with("weightInit", PropValue.fields(weights))
                    .with("biasInit", PropValue.fields(bias)));
            nodes.add(Node.of("relu" + i, "ReLU"));
        }
        nodes.add(Node.of("loss", "MSE").with("half", PropValue.of(true)).with("reduction", PropValue.of("sum")));
        return chain(nodes.toArray(Node[]::new));
    }

    public static DataSpec inline(double[][] x, double[][] y, InlineTarget as) {
        return DataSpec.of(new DataSource.Inline(rows(x), rows(y), as));
    }

    private static List<List<Double>> rows(double[][] rows) {
        List<List<Double>> list = new ArrayList<>();
        for (double[] row : rows) {
            list.add(java.util.Arrays.stream(row).boxed().toList());
        }
        return list;
    }

    /// X = [1, 2, 3], Y = [0, 1, 0]
    public static DataSpec workedExampleData() {
        return inline(new double[][] {{1, 2, 3}}, new double[][] {{0, 1, 0}}, InlineTarget.VALUES);
    }

    public static DataSpec builtin(String id) {
        return DataSpec.of(new DataSource.Builtin(id));
    }

    /// Points of a generator, all to be trained on.
    public static DataSpec points(String generator, int points) {
        return DataSpec.of(new DataSource.Generated(generator).with("points", PropValue.of(points)))
                .withSplit(SplitSpec.ALL_TRAIN);
    }

    public static TrainingPlan plan(Network network, DataSpec data, TrainingSpec spec) {
        return TrainingPlan.of(network, LayerRegistry.STANDARD, DataLoader.load(data, Path.of(".")), spec);
    }

    /// One thread, float64, SGD at this rate.
    public static TrainingSpec sgd(double rate) {
        return TrainingSpec.DEFAULT
                .withThreads(1)
                .withPrecision(Precision.FLOAT64)
                .withOptimizer(OptimizerSpec.of("SGD").with(Sgd.LEARNING_RATE, rate));
    }

    public static OptimizerSpec adam(double rate) {
        return OptimizerSpec.of("Adam").with(io.netwright.train.optimizer.Adam.LEARNING_RATE, rate);
    }
}
