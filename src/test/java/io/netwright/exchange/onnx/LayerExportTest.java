package io.netwright.exchange.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.compile.Compilation;
import io.netwright.exchange.TestNetworks;
import io.netwright.exchange.certificate.Certificate;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerRegistry;
import io.netwright.layer.PortInfo;
import io.netwright.layer.Prop;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.tensor.Precision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every layer that is registered and is no loss: ONNX Runtime computes the same as the engine, over shapes, properties
/// and opsets. A new layer is tested by being registered.
class LayerExportTest {

    private static final List<Integer> OPSETS = List.of(17, 18, 20, 21);

    private static final List<int[]> SHAPES = List.of(
            new int[] {1},
            new int[] {2},
            new int[] {3},
            new int[] {7},
            new int[] {17},
            new int[] {3, 5},
            new int[] {7, 8},
            new int[] {2, 3, 4, 3},
            new int[] {1, 1, 1},
            new int[] {2, 3, 7},
            new int[] {4, 9, 8},
            new int[] {2, 4, 6},
            new int[] {6, 17, 7},
            new int[] {4, 18});

    private static final List<String> TAKES_TOKENS = List.of("TokenInput", "Embedding");

    /// Settings worth a test of their own, besides the defaults and every choice and switch.
    private static final Map<String, List<List<Object>>> SETTINGS = Map.of(
            "Dense",
            List.of(List.of("units", PropValue.of(1)), List.of("units", PropValue.of(65))),
            "Conv2d",
            List.of(
                    List.of("filters", PropValue.of(6), "groups", PropValue.of(2)),
                    List.of("filters", PropValue.of(4), "groups", PropValue.of(4), "padding", PropValue.of("same")),
                    List.of("filters", PropValue.of(1), "kernel", PropValue.ints(1, 1)),
                    List.of("kernel", PropValue.ints(3, 2), "stride", PropValue.ints(2, 3)),
                    // "same" with an even window and a stride pads more on one side than on the other
                    List.of(
                            "kernel", PropValue.ints(2, 4),
                            "stride", PropValue.ints(2, 3),
                            "padding", PropValue.of("same")),
                    List.of("dilation", PropValue.ints(2, 3), "padding", PropValue.of("same")),
                    List.of(
                            "dilation", PropValue.ints(2, 1),
                            "stride", PropValue.ints(1, 2),
                            "filters", PropValue.of(3),
                            "bias", PropValue.of(false))),
            "MaxPool2d",
            List.of(
                    List.of("kernel", PropValue.ints(3, 2), "stride", PropValue.ints(2, 1)),
                    List.of("kernel", PropValue.ints(1, 3), "stride", PropValue.ints(3, 3)),
                    List.of(
                            "kernel", PropValue.ints(2, 3),
                            "stride", PropValue.ints(3, 2),
                            "padding", PropValue.of("same"))),
            "LeakyReLU",
            List.of(List.of("slope", PropValue.of(0.3)), List.of("slope", PropValue.of(0.0))),
            "BatchNorm",
            List.of(List.of("epsilon", PropValue.of(0.1))),
            "LayerNorm",
            List.of(List.of("axes", PropValue.of(3)), List.of("epsilon", PropValue.of(0.1))),
            "RMSNorm",
            List.of(List.of("axes", PropValue.of(3)), List.of("epsilon", PropValue.of(0.1))),
            "MultiHeadAttention",
            List.of(List.of("heads", PropValue.of(1)), List.of("heads", PropValue.of(5))),
            "Concat",
            List.of(List.of("axis", PropValue.of(1)), List.of("axis", PropValue.of(2))));

    @TestFactory
    Stream<DynamicTest> layersAgreeWithOnnxRuntime() {
        return LayerRegistry.STANDARD.all().stream()
                .filter(l -> !l.info().outputs().isEmpty())
                .flatMap(layer -> OPSETS.stream()
                        .map(opset -> DynamicTest.dynamicTest(
                                layer.info().type() + ", opset " + opset, () -> check(layer, new Opset(opset)))));
    }

    private static void check(Layer layer, Opset opset) {
        int checked = 0;
        for (Node node : variants(layer)) {
            for (int[] shape : SHAPES) {
                Compilation compiled = TestNetworks.compile(network(layer, node, shape));
                if (compiled.program().isPresent()) {
                    OnnxModel model = TestNetworks.export(compiled.program().orElseThrow(), opset, Precision.FLOAT32);
                    Certificate certificate = TestNetworks.certify(model);
                    assertTrue(certificate.passed(), () -> node + " on " + Arrays.toString(shape) + ": " + certificate);
                    assertEquals(
                            layer.info().outputs().size(), certificate.outputs().size());
                    checked++;
                }
            }
        }
        int atLeast = variants(layer).size();
        int done = checked;
        assertTrue(done >= atLeast, () -> done + " of " + layer.info().type() + " compiled, at least " + atLeast);
    }

    /// @return the layer with its defaults, with each choice and switch, and with the settings above
    private static List<Node> variants(Layer layer) {
        Node plain = Node.of("it", layer.info().type());
        List<Node> nodes = new ArrayList<>(List.of(plain));
        for (Prop<?> prop : layer.info().props()) {
            switch (prop) {
                case Prop.BoolProp p -> nodes.add(plain.with(p.key(), PropValue.of(!p.defaultValue())));
                case Prop.ChoiceProp p ->
                    p.options().stream()
                            .filter(c -> !c.equals(p.defaultValue()))
                            .forEach(c -> nodes.add(plain.with(p.key(), PropValue.of(c))));
                default -> {
                    // has its settings above where they matter
                }
            }
        }
        String type = layer.info().type();
        for (List<Object> setting : SETTINGS.getOrDefault(type, CatalogueSettings.of(type))) {
            Node node = plain;
            for (int i = 0; i < setting.size(); i += 2) {
                node = node.with((String) setting.get(i), (PropValue) setting.get(i + 1));
            }
            nodes.add(node);
        }
        return nodes;
    }

    /// The layer between an input and an output; what takes many wires takes the input, and something else of its
    /// shape.
    private static Network network(Layer layer, Node node, int[] shape) {
        List<Node> nodes = new ArrayList<>();
        List<Wire> wires = new ArrayList<>();
        if (TAKES_TOKENS.contains(layer.info().type())) {
            return tokens(layer, node, shape);
        }
        if (layer.info().inputs().isEmpty()) {
            nodes.add(node.with("shape", PropValue.ints(shape)));
            return new Network(nodes, wires);
        }
        nodes.add(Node.of("x", "Input").with("shape", PropValue.ints(shape)));
        nodes.add(node);
        for (PortInfo port : layer.info().inputs()) {
            if (port.optional()) {
                continue;
            }
            wires.add(Wire.of("x.out", "it." + port.name()));
            if (port.variadic()) {
                nodes.add(Node.of("tanh", "Tanh"));
                wires.add(Wire.of("x.out", "tanh.in"));
                wires.add(Wire.of("tanh.out", "it." + port.name()));
            }
        }
        return new Network(nodes, wires);
    }

    private static Network tokens(Layer layer, Node node, int[] shape) {
        if (layer.info().inputs().isEmpty()) {
            Node source = node.with("length", PropValue.of(shape[0])).with("vocabulary", PropValue.of(7));
            // an output of its own numbers would be of tokens, which no runtime has to compute
            return new Network(List.of(source, Node.of("tanh", "Tanh")), List.of(Wire.of("it.out", "tanh.in")));
        }
        Node source = Node.of("x", "TokenInput")
                .with("length", PropValue.of(shape[0]))
                .with("vocabulary", PropValue.of(7));
        return new Network(
                List.of(source, node.with("vocabulary", PropValue.of(7))), List.of(Wire.of("x.out", "it.in")));
    }
}
