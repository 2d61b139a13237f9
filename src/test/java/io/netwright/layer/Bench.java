package io.netwright.layer;

import io.netwright.compile.Compilation;
import io.netwright.compile.Compiler;
import io.netwright.compile.DataSignature;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.op.Run;
import io.netwright.program.Executor;
import io.netwright.program.Parameters;
import io.netwright.program.Program;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// One layer on the bench: a small network around it whose loss reaches all its parameters and what comes in.
///
/// @param what   for the test's name
/// @param layer  the node under test, named `it`
/// @param sample the shape of one sample of the data
/// @param batch  samples in the batch
/// @param wired  the optional ports that have a wire
public record Bench(String what, Node layer, Shape sample, int batch, List<String> wired) {

    static Bench of(String type, Map<String, PropValue> props, int batch, int... sample) {
        Node node = Node.of("it", type);
        for (var p : props.entrySet()) {
            node = node.with(p.getKey(), p.getValue());
        }
        return new Bench(
                type + props + " on " + Shape.of(sample) + " batch " + batch, node, Shape.of(sample), batch, List.of());
    }

    /// @return this with wires into optional ports: a mask comes from the data, everything else from what comes in
    Bench wired(String... ports) {
        return new Bench(what + " with " + List.of(ports), layer, sample, batch, List.of(ports));
    }

    /// @return properties from keys and values in turn
    static Map<String, PropValue> props(Object... keysAndValues) {
        Map<String, PropValue> props = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            PropValue value =
                    switch (keysAndValues[i + 1]) {
                        case PropValue v -> v;
                        case Integer v -> PropValue.of(v);
                        case Double v -> PropValue.of(v);
                        case Boolean v -> PropValue.of(v);
                        case String v -> PropValue.of(v);
                        default -> throw new IllegalArgumentException(keysAndValues[i + 1] + " is no property");
                    };
            props.put((String) keysAndValues[i], value);
        }
        return props;
    }

    static PropValue ints(int... numbers) {
        return PropValue.ints(numbers);
    }

    @Override
    public String toString() {
        return what;
    }

    Layer definition() {
        return LayerRegistry.STANDARD.find(layer.type()).orElseThrow();
    }

    private boolean isLoss() {
        return definition().info().outputs().isEmpty();
    }

    private boolean isSource() {
        return definition().info().inputs().isEmpty();
    }

    /// Tokens are whole numbers below this; 0 for layers that do not take any.
    private int vocabulary() {
        return switch (layer.type()) {
            case "TokenInput", "Embedding" -> 5;
            default -> 0;
        };
    }

    /// A layer that keeps the shape and has parameters stands before the one under test, so that the gradient with
    /// respect to what comes in is checked as well.
    public Network network() {
        List<Node> nodes = new ArrayList<>();
        List<Wire> wires = new ArrayList<>();
        if (vocabulary() > 0) {
            return tokens(nodes, wires);
        }
        if (isSource()) {
            nodes.add(layer.with("shape", PropValue.ints(sample.raw())));
            nodes.add(mixer());
            wires.add(Wire.of("it.out", "mix.in"));
            finish(nodes, wires, "mix.out");
            return new Network(nodes, wires);
        }
        nodes.add(Node.of("x", "Input").with("shape", PropValue.ints(sample.raw())));
        if (layer.type().equals("Masking")) {
            // has no derivative, so what is learned comes behind it
            nodes.addAll(List.of(layer, Node.of("mix", "Dense")));
            wires.addAll(List.of(Wire.of("x.out", "it.in"), Wire.of("it.out", "mix.in")));
            finish(nodes, wires, "mix.out");
            return new Network(nodes, wires);
        }
        nodes.add(mixer());
        nodes.add(layer);
        wires.add(Wire.of("x.out", "mix.in"));
        CatalogueBenches.before(layer)
                .ifPresentOrElse(
                        type -> {
                            nodes.add(Node.of("before", type));
                            wires.add(Wire.of("mix.out", "before.in"));
                            wires.add(Wire.of("before.out", "it.in"));
                        },
                        () -> wires.add(Wire.of("mix.out", "it.in")));
        if (definition().info().inputs().getFirst().variadic()) {
            wires.add(Wire.of("x.out", "it.in"));
            nodes.add(Node.of("tanh", "Tanh"));
            wires.add(Wire.of("mix.out", "tanh.in"));
            wires.add(Wire.of("tanh.out", "it.in"));
        }
        for (PortInfo port : definition().info().inputs()) {
            if (port.optional() || port.name().equals("in")) {
                continue;
            }
            // what comes in there may have to be positive, such as a variance
            nodes.add(Node.of("soft_" + port.name(), "Softplus"));
            wires.add(Wire.of("mix.out", "soft_" + port.name() + ".in"));
            wires.add(Wire.of("soft_" + port.name() + ".out", "it." + port.name()));
        }
        for (String port : wired) {
            Node source = Node.of(port, port.equals("mask") ? "Masking" : "Tanh");
            nodes.add(source);
            wires.add(Wire.of(port.equals("mask") ? "x.out" : "mix.out", port + ".in"));
            wires.add(Wire.of(port + ".out", "it." + port));
        }
        if (!isLoss()) {
            finish(nodes, wires, joined(nodes, wires));
        }
        return new Network(nodes, wires);
    }

    /// Tokens reach no layer with parameters but through an embedding.
    private Network tokens(List<Node> nodes, List<Wire> wires) {
        boolean embeds = layer.type().equals("Embedding");
        Node source = embeds ? Node.of("x", "TokenInput") : layer;
        nodes.add(source.with("length", PropValue.of(sample.size(0))).with("vocabulary", PropValue.of(vocabulary())));
        nodes.add(embeds ? layer : Node.of("embedding", "Embedding").with("vocabulary", PropValue.of(vocabulary())));
        wires.add(Wire.of(source.name() + ".out", nodes.getLast().name() + ".in"));
        finish(nodes, wires, nodes.getLast().name() + ".out");
        return new Network(nodes, wires);
    }

    /// @return the one port of the layer; of several, what they are together
    private String joined(List<Node> nodes, List<Wire> wires) {
        List<PortInfo> outputs = definition().info().outputs();
        if (outputs.size() == 1) {
            return "it." + outputs.getFirst().name();
        }
        nodes.add(Node.of("join", "Concat").with("axis", layer.props().getOrDefault("axis", PropValue.of(0))));
        outputs.reversed().forEach(p -> wires.add(Wire.of("it." + p.name(), "join.in")));
        return "join.out";
    }

    private Node mixer() {
        if (sample.rank() > 2) {
            return Node.of("mix", sample.rank() == 3 ? "Conv2d" : "Conv3d")
                    .with("filters", PropValue.of(sample.size(0)))
                    .with("padding", PropValue.of("same"));
        }
        return Node.of("mix", "Dense").with("units", PropValue.of(sample.size(-1)));
    }

    /// Squares the outputs after a bend, so that equal gradients for all of them cannot hide a mistake.
    private static void finish(List<Node> nodes, List<Wire> wires, String last) {
        nodes.add(Node.of("bend", "Tanh"));
        nodes.add(Node.of("loss", "MSE"));
        wires.add(Wire.of(last, "bend.in"));
        wires.add(Wire.of("bend.out", "loss.in"));
    }

    Compilation compile(Compiler.Mode mode) {
        // without data, the target looks like the prediction; class indices need a signature
        boolean sequence = sample.rank() == 2;
        // half as many labels as steps fit in, whichever they are
        int length = layer.type().equals("CTC") ? Math.max(1, sample.size(0) / 2) : sample.size(0);
        Shape target = sequence ? Shape.of(length) : Shape.SCALAR;
        DataSignature data = hasClasses() ? new DataSignature(sample, target, true, sample.size(-1)) : null;
        return new Compiler(LayerRegistry.STANDARD).compile(network(), data, mode);
    }

    private boolean hasClasses() {
        return CatalogueBenches.TAKES_CLASSES.contains(layer.type()) && sample.size(-1) > 1 && batch % 2 == 1;
    }

    /// @return an executor with random parameters, features and targets in it, not yet run
    public Executor executor(Precision precision, Compiler.Mode mode) {
        Program program = compile(mode).program().orElseThrow();
        Parameters parameters = Parameters.initial(program, Precision.FLOAT64, 11);
        Random random = new Random(5);
        parameters.all().forEach((name, t) -> {
            for (int i = 0; i < t.size(); i++) {
                boolean variance = name.endsWith("running_var");
                t.set(i, (variance ? 1.5 : t.get(i)) + 0.3 * random.nextDouble() - (variance ? 0 : 0.1));
            }
        });
        Executor executor = new Executor(program, parameters.copy(precision), batch, true);
        fill(executor.input(), vocabulary(), random);
        if (wired.contains("mask")) {
            pad(executor.input());
        }
        executor.targets(t -> {
            for (int i = 0; i < t.size(); i++) {
                t.set(i, hasClasses() ? random.nextInt(sample.size(-1)) : random.nextDouble());
            }
        });
        return executor;
    }

    private static void fill(Tensor t, int vocabulary, Random random) {
        for (int i = 0; i < t.size(); i++) {
            t.set(i, vocabulary > 0 ? random.nextInt(vocabulary) : random.nextGaussian());
        }
    }

    /// Makes padding of some steps, in the middle, at the end or at the start of a sample.
    private static void pad(Tensor x) {
        for (int n = 0; n < x.dim(0); n++) {
            for (int t = 0; t < x.dim(1); t++) {
                boolean padding = n % 3 == 0 ? t >= (x.dim(1) + 1) / 2 : n % 3 == 1 ? t == 1 : t == 0;
                for (int k = 0; padding && k < x.dim(2); k++) {
                    x.set(x.offset(n, t, k), 0);
                }
            }
        }
    }

    /// A step in which dropout drops something.
    public static final Run RUN = new Run(3, 1, 0, 0);

    /// Every layer of the registry over several shapes, awkward ones among them. A layer without a line here fails the
    /// test.
    public static List<Bench> all() {
        List<Bench> all = new ArrayList<>();
        Map<String, PropValue> none = Map.of();
        for (String type : LayerRegistry.STANDARD.types()) {
            switch (type) {
                case "Conv2d" -> {
                    all.add(of(type, Map.of("filters", PropValue.of(1), "kernel", PropValue.ints(1, 1)), 1, 1, 1, 1));
                    all.add(of(type, Map.of("filters", PropValue.of(3), "kernel", PropValue.ints(3, 2)), 2, 2, 5, 7));
                    all.add(of(
                            type,
                            Map.of(
                                    "filters",
                                    PropValue.of(4),
                                    "kernel",
                                    PropValue.ints(3, 3),
                                    "stride",
                                    PropValue.ints(2, 2),
                                    "padding",
                                    PropValue.of("same"),
                                    "groups",
                                    PropValue.of(2)),
                            3,
                            2,
                            6,
                            7));
                    all.add(of(
                            type,
                            Map.of(
                                    "filters",
                                    PropValue.of(2),
                                    "kernel",
                                    PropValue.ints(2, 3),
                                    "dilation",
                                    PropValue.ints(2, 1),
                                    "bias",
                                    PropValue.of(false)),
                            2,
                            3,
                            7,
                            5));
                    // an image narrower than the window: whole columns of the window never meet it
                    for (int width : new int[] {1, 2}) {
                        all.add(of(
                                type,
                                Map.of(
                                        "filters",
                                        PropValue.of(2),
                                        "kernel",
                                        PropValue.ints(5, 5),
                                        "padding",
                                        PropValue.of("same")),
                                2,
                                2,
                                7,
                                width));
                    }
                }
                case "Flatten" -> {
                    all.add(of(type, none, 1, 1, 1, 1));
                    all.add(of(type, none, 3, 2, 3, 7));
                }
                case "BatchNorm" -> {
                    all.add(of(type, none, 2, 1));
                    all.add(of(type, none, 17, 3));
                    all.add(of(type, none, 3, 2, 3, 5));
                    all.add(of(type, none, 2, 3, 7));
                    all.add(of(type, none, 2, 2, 1, 3, 2));
                }
                case "Concat" -> {
                    all.add(of(type, none, 2, 3));
                    all.add(of(type, none, 3, 2, 3, 4));
                    all.add(of(type, Map.of("axis", PropValue.of(2)), 1, 2, 3, 4));
                }
                case "Dense" -> {
                    all.add(of(type, Map.of("units", PropValue.of(1)), 1, 1));
                    all.add(of(type, Map.of("units", PropValue.of(7)), 3, 17));
                    all.add(of(type, Map.of("units", PropValue.of(65), "bias", PropValue.of(false)), 2, 3));
                }
                case "MSE" -> {
                    all.add(of(type, none, 1, 1));
                    all.add(of(type, Map.of("half", PropValue.of(true), "reduction", PropValue.of("sum")), 3, 7));
                }
                case "LeakyReLU" -> {
                    all.add(of(type, Map.of("slope", PropValue.of(0.2)), 3, 7));
                    all.add(of(type, none, 1, 2, 3, 3));
                }
                case "TokenInput" -> {
                    all.add(of(type, none, 1, 1));
                    all.add(of(type, none, 3, 7));
                }
                case "Embedding" -> {
                    all.add(of(type, Map.of("vocabulary", PropValue.of(5), "width", PropValue.of(1)), 1, 1));
                    all.add(of(type, Map.of("vocabulary", PropValue.of(17), "width", PropValue.of(3)), 2, 7));
                }
                case "LearnedPositions" -> {
                    all.add(of(type, none, 1, 1, 1));
                    all.add(of(type, none, 3, 7, 2));
                }
                case "LayerNorm", "RMSNorm" -> {
                    all.add(of(type, none, 1, 3));
                    all.add(of(type, none, 2, 7, 17));
                    all.add(of(type, Map.of("affine", PropValue.of(false)), 3, 2));
                    all.add(of(type, Map.of("axes", PropValue.of(2)), 2, 3, 5));
                    all.add(of(type, Map.of("axes", PropValue.of(3)), 2, 2, 3, 5));
                }
                case "MultiHeadAttention", "GroupedQueryAttention" -> {
                    all.add(of(type, Map.of("heads", PropValue.of(2)), 1, 1, 2));
                    all.add(of(type, none, 2, 7, 4));
                    all.add(of(type, Map.of("causal", PropValue.of(true)), 3, 5, 8));
                    all.add(of(type, none, 3, 3, 4).wired("mask"));
                    all.add(of(type, Map.of("bias", PropValue.of(false)), 2, 3, 4)
                            .wired("key"));
                    all.add(of(type, none, 2, 3, 4).wired("key", "value", "mask"));
                }
                case "RNN", "LSTM", "GRU", "Bidirectional" -> recurrent(type, all);
                case "Masking" -> {
                    all.add(of(type, none, 1, 1, 1));
                    all.add(of(type, none, 3, 7, 2));
                }
                case "Input", "ReLU", "Sigmoid", "Tanh", "Softmax", "Add", "Dropout" -> {
                    all.add(of(type, none, 1, 1));
                    all.add(of(type, none, 3, 17));
                    all.add(of(type, none, 2, 65));
                    if (!type.equals("Softmax")) {
                        all.add(of(type, none, 2, 2, 3, 5));
                    }
                }
                default -> all.addAll(CatalogueBenches.of(type));
            }
        }
        return all;
    }

    private static void recurrent(String type, List<Bench> all) {
        PropValue two = PropValue.of(2);
        all.add(of(type, Map.of("units", PropValue.of(1)), 1, 1, 1));
        all.add(of(type, Map.of("units", PropValue.of(3)), 2, 7, 2));
        all.add(of(type, Map.of("units", two, "output", PropValue.of("last"), "layers", two), 3, 3, 2));
        all.add(of(type, Map.of("units", two, "bias", PropValue.of(false)), 3, 5, 3)
                .wired("mask"));
        all.add(of(type, Map.of("units", two, "output", PropValue.of("last")), 3, 5, 3)
                .wired("mask"));
        if (type.equals("Bidirectional")) {
            for (String join : List.of("sum", "mean", "product")) {
                all.add(of(
                        type, Map.of("units", two, "join", PropValue.of(join), "cell", PropValue.of("GRU")), 2, 3, 2));
            }
        } else {
            PropValue both = PropValue.of(true);
            all.add(of(type, Map.of("units", two, "bidirectional", both, "layers", two), 2, 3, 2));
            all.add(of(type, Map.of("units", two, "bidirectional", both, "output", PropValue.of("last")), 3, 5, 2)
                    .wired("mask"));
        }
        if (type.equals("RNN")) {
            all.add(of(type, Map.of("units", two, "activation", PropValue.of("relu")), 2, 5, 3));
        }
    }
}
