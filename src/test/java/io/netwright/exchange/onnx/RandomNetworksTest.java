package io.netwright.exchange.onnx;

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
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/// Networks that nobody would draw, of all layers, with skips and several outputs: those that compile are exported and
/// agree.
@Label("random networks agree with ONNX Runtime")
class RandomNetworksTest {

    private static final List<int[]> SHAPES =
            List.of(new int[] {1}, new int[] {7}, new int[] {1, 5, 7}, new int[] {4, 9, 9}, new int[] {2, 17, 3});

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void agree(@ForAll @LongRange(min = 0, max = 1 << 30) long seed, @ForAll @IntRange(min = 17, max = 21) int opset) {
        Compilation compiled = TestNetworks.compile(network(new Random(seed)));
        OnnxModel model = TestNetworks.export(compiled.program().orElseThrow(), new Opset(opset), Precision.FLOAT32);
        Certificate certificate = TestNetworks.certify(model);
        assertTrue(certificate.passed(), () -> compiled.network() + "\n" + certificate);
    }

    @Example
    void theyAreNotTrivial() {
        int operators = 0;
        for (int seed = 0; seed < 10; seed++) {
            Compilation compiled = TestNetworks.compile(network(new Random(seed)));
            operators += TestNetworks.export(compiled.program().orElseThrow(), Opset.DEFAULT, Precision.FLOAT32)
                    .proto()
                    .getGraph()
                    .getNodeCount();
        }
        int all = operators;
        assertTrue(all >= 60, () -> all + " operators in ten networks");
    }

    private static Network network(Random random) {
        Network network = new Network(
                List.of(Node.of("x", "Input").with("shape", PropValue.ints(SHAPES.get(random.nextInt(SHAPES.size()))))),
                List.of());
        for (int tries = 0; tries < 40 && network.nodes().size() < 12; tries++) {
            Network grown = grown(network, random);
            if (TestNetworks.compile(grown).program().isPresent()) {
                network = grown;
            }
        }
        return network;
    }

    private static Network grown(Network network, Random random) {
        List<Layer> layers = LayerRegistry.STANDARD.all().stream()
                .filter(l -> !l.info().outputs().isEmpty() && !l.info().inputs().isEmpty())
                // takes whole numbers only, which nothing here makes
                .filter(l -> !l.info().type().equals("Embedding"))
                .toList();
        Layer layer = layers.get(random.nextInt(layers.size()));
        String name = network.freeName(layer.info().stem());
        Network grown = network.plus(node(layer, name, random));
        List<String> sources = new ArrayList<>(network.nodes().keySet());
        for (PortInfo port : layer.info().inputs()) {
            int wires = port.variadic() ? 1 + random.nextInt(3) : 1;
            for (int i = 0; i < wires; i++) {
                // mostly the newest node, so that networks get deep
                String source = random.nextInt(3) > 0 ? sources.getLast() : sources.get(random.nextInt(sources.size()));
                grown = grown.plus(Wire.of(source + ".out", name + "." + port.name()));
            }
        }
        return grown;
    }

    private static Node node(Layer layer, String name, Random random) {
        Node node = Node.of(name, layer.info().type());
        for (Prop<?> prop : layer.info().props()) {
            switch (prop) {
                case Prop.BoolProp p -> node = node.with(p.key(), PropValue.of(random.nextBoolean()));
                case Prop.ChoiceProp p ->
                    node = node.with(
                            p.key(),
                            PropValue.of(
                                    p.options().get(random.nextInt(p.options().size()))));
                case Prop.IntProp p ->
                    node = node.with(
                            p.key(),
                            PropValue.of(
                                    Math.max(p.min(), random.nextInt(p.key().equals("axis") ? 3 : 6))));
                case Prop.IntsProp p ->
                    node = node.with(p.key(), PropValue.ints(1 + random.nextInt(3), 1 + random.nextInt(3)));
                case Prop.RealProp p ->
                    node = node.with(p.key(), PropValue.of(Math.clamp(random.nextDouble(), p.min(), p.max())));
                case Prop.InitProp _, Prop.RealsProp _, Prop.TextProp _ -> {
                    // changes no mathematics, or the numbers, which the test writes itself
                }
            }
        }
        return node;
    }
}
