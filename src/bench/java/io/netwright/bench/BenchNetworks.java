package io.netwright.bench;

import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The networks of the bench, as they would be drawn.
final class BenchNetworks {

    private final List<Node> nodes = new ArrayList<>();
    private final List<Wire> wires = new ArrayList<>();

    private BenchNetworks() {}

    /// Appends a node behind the one before it.
    private String add(Node node) {
        return nodes.isEmpty() ? first(node) : addAfter(nodes.getLast().name(), node);
    }

    private String first(Node node) {
        nodes.add(node);
        return node.name();
    }

    private String addAfter(String before, Node node) {
        nodes.add(node);
        wires.add(Wire.of(before + ".out", node.name() + ".in"));
        return node.name();
    }

    private Network network() {
        add(Node.of("loss", "CrossEntropy"));
        return new Network(nodes, wires);
    }

    private static Node dense(String name, int units) {
        return Node.of(name, "Dense").with("units", PropValue.of(units));
    }

    private static Node conv(String name, int filters, String padding) {
        return Node.of(name, "Conv2d")
                .with("filters", PropValue.of(filters))
                .with("kernel", PropValue.ints(5, 5))
                .with("padding", PropValue.of(padding));
    }

    private static Network mlp(int... units) {
        BenchNetworks b = new BenchNetworks();
        b.add(Node.of("x", "Input"));
        for (int i = 0; i < units.length; i++) {
            b.add(dense("dense" + (i + 1), units[i]));
            if (i < units.length - 1) {
                b.add(Node.of("relu" + (i + 1), "ReLU"));
            }
        }
        return b.network();
    }

    /// 2-8-8-2
    static Network spiral() {
        return mlp(8, 8, 2);
    }

    /// 784-128-64-10
    static Network mnistMlp() {
        return mlp(128, 64, 10);
    }

    /// Layers of one width with ReLU between them, for curves of growth.
    static Network chain(int width, int depth) {
        int[] units = new int[depth];
        Arrays.fill(units, width);
        return mlp(units);
    }

    static Network lenet5() {
        BenchNetworks b = new BenchNetworks();
        b.add(Node.of("x", "Input"));
        b.add(conv("conv1", 6, "same"));
        b.add(Node.of("relu1", "ReLU"));
        b.add(Node.of("pool1", "MaxPool2d"));
        b.add(conv("conv2", 16, "valid"));
        b.add(Node.of("relu2", "ReLU"));
        b.add(Node.of("pool2", "MaxPool2d"));
        b.add(Node.of("flat", "Flatten"));
        b.add(dense("dense1", 120));
        b.add(Node.of("relu3", "ReLU"));
        b.add(dense("dense2", 84));
        b.add(Node.of("relu4", "ReLU"));
        b.add(dense("dense3", 10));
        return b.network();
    }

    /// Two pre-norm blocks of width 64 with 4 heads, on 64 tokens of 65.
    static Network tinyGpt() {
        BenchNetworks b = new BenchNetworks();
        b.add(Node.of("x", "TokenInput"));
        b.add(Node.of("tok", "Embedding").with("width", PropValue.of(64)));
        String stream = b.add(Node.of("pos", "LearnedPositions"));
        for (int i = 1; i <= 2; i++) {
            b.addAfter(stream, Node.of("ln" + i + "a", "LayerNorm"));
            b.add(Node.of("att" + i, "MultiHeadAttention")
                    .with("heads", PropValue.of(4))
                    .with("causal", PropValue.of(true)));
            stream = b.sum("add" + i + "a", stream);
            b.add(Node.of("ln" + i + "b", "LayerNorm"));
            b.add(dense("up" + i, 256));
            b.add(Node.of("gelu" + i, "GELU"));
            b.add(dense("down" + i, 64));
            stream = b.sum("add" + i + "b", stream);
        }
        b.add(Node.of("ln", "LayerNorm"));
        b.add(dense("head", 65));
        return b.network();
    }

    private String sum(String name, String stream) {
        add(Node.of(name, "Add"));
        wires.add(Wire.of(stream + ".out", name + ".in"));
        return name;
    }

    /// 50 steps of 32 numbers, 128 units; a class from the last.
    static Network lstm() {
        BenchNetworks b = new BenchNetworks();
        b.add(Node.of("x", "Input"));
        b.add(Node.of("lstm", "LSTM").with("units", PropValue.of(128)).with("output", PropValue.of("last")));
        b.add(dense("dense", 10));
        return b.network();
    }
}
