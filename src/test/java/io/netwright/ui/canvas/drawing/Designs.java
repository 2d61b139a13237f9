package io.netwright.ui.canvas.drawing;

import io.netwright.compile.Compilation;
import io.netwright.compile.Compiler;
import io.netwright.compile.DataSignature;
import io.netwright.edit.Design;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Layout;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.tensor.Shape;
import io.netwright.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Networks as tests of the canvas need them.
public final class Designs {

    public static final Messages ENGLISH = Messages.in(Locale.ENGLISH);

    private Designs() {}

    public static Compilation compile(Design design) {
        return new Compiler(LayerRegistry.STANDARD)
                .compile(design.network(), DataSignature.classes(Shape.of(1, 28, 28), 10), Compiler.Mode.TRAINING);
    }

    public static Drawing draw(Design design) {
        return new DrawingBuilder(LayerRegistry.STANDARD).draw(design, compile(design), ENGLISH);
    }

    public static Design unplaced(Network network) {
        return new Design(network, Layout.EMPTY);
    }

    /// The network of the sketches: a small LeNet, and an Add whose inputs do not fit.
    public static Network lenet() {
        List<Node> nodes = List.of(
                Node.of("image", "Input"),
                Node.of("conv1", "Conv2d")
                        .with("filters", PropValue.of(6))
                        .with("kernel", PropValue.ints(5, 5))
                        .with("padding", PropValue.of("same")),
                Node.of("relu1", "ReLU"),
                Node.of("pool1", "MaxPool2d"),
                Node.of("conv2", "Conv2d").with("kernel", PropValue.ints(5, 5)),
                Node.of("relu2", "ReLU"),
                Node.of("pool2", "MaxPool2d"),
                Node.of("flatten1", "Flatten"),
                Node.of("dense1", "Dense").with("units", PropValue.of(120)),
                Node.of("relu3", "ReLU"),
                Node.of("dense2", "Dense").with("units", PropValue.of(84)),
                Node.of("relu4", "ReLU"),
                Node.of("dense3", "Dense").with("units", PropValue.of(10)),
                Node.of("ce1", "CrossEntropy"));
        return chain(nodes);
    }

    public static Network lenetWithSkip() {
        Network n = lenet().plus(Node.of("add1", "Add"));
        return n.plus(Wire.of("conv1.out", "add1.in")).plus(Wire.of("conv2.out", "add1.in"));
    }

    /// A chain of blocks, each with a skip connection around it.
    public static Network residual(int blocks) {
        List<Node> nodes = new ArrayList<>(List.of(Node.of("image", "Input"), conv("conv0")));
        List<Wire> wires = new ArrayList<>(List.of(Wire.of("image.out", "conv0.in")));
        String last = "conv0";
        for (int i = 1; i <= blocks; i++) {
            nodes.add(conv("conv" + i));
            nodes.add(Node.of("bn" + i, "BatchNorm"));
            nodes.add(Node.of("relu" + i, "ReLU"));
            nodes.add(Node.of("add" + i, "Add"));
            wires.add(Wire.of(last + ".out", "conv" + i + ".in"));
            wires.add(Wire.of("conv" + i + ".out", "bn" + i + ".in"));
            wires.add(Wire.of("bn" + i + ".out", "relu" + i + ".in"));
            wires.add(Wire.of("relu" + i + ".out", "add" + i + ".in"));
            wires.add(Wire.of(last + ".out", "add" + i + ".in"));
            last = "add" + i;
        }
        return new Network(nodes, wires);
    }

    private static Node conv(String name) {
        return Node.of(name, "Conv2d").with("padding", PropValue.of("same"));
    }

    private static Network chain(List<Node> nodes) {
        List<Wire> wires = new ArrayList<>();
        for (int i = 1; i < nodes.size(); i++) {
            wires.add(Wire.of(nodes.get(i - 1).name() + ".out", nodes.get(i).name() + ".in"));
        }
        return new Network(nodes, wires);
    }
}
