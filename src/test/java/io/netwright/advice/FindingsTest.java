package io.netwright.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netwright.compile.Compilation;
import io.netwright.compile.Compiler;
import io.netwright.compile.DataSignature;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private static final DataSignature KINDS = DataSignature.classes(Shape.of(4), 3);
    private static final DataSignature IMAGES = DataSignature.classes(Shape.of(1, 8, 8), 10);

    private static Node dense(String name, long units) {
        return Node.of(name, "Dense").with("units", PropValue.of(units));
    }

    @Test
    void anOrdinaryClassifierHasNothingToComplainOf() {
        assertEquals(
                List.of(),
                found(
                        KINDS,
                        chain(
                                Node.of("input1", "Input"),
                                dense("dense1", 8),
                                Node.of("relu1", "ReLU"),
                                dense("dense2", 3),
                                Node.of("ce1", "CrossEntropy"))));
    }

    @Test
    void aFinalReluOnLogitsIsTold() {
        assertEquals(
                List.of("activationOnLogits relu1"),
                found(
                        KINDS,
                        chain(
                                Node.of("input1", "Input"),
                                dense("dense1", 3),
                                Node.of("relu1", "ReLU"),
                                Node.of("ce1", "CrossEntropy"))));
    }

    @Test
    void aBiasBeforeBatchNormIsTold() {
        Node conv = Node.of("conv1", "Conv2d");
        List<Node> rest = List.of(
                Node.of("bn1", "BatchNorm"),
                Node.of("flatten1", "Flatten"),
                dense("dense1", 10),
                Node.of("ce1", "CrossEntropy"));
        assertEquals(List.of("biasBeforeNorm conv1"), found(IMAGES, chain(Node.of("input1", "Input"), conv, rest)));
        assertEquals(
                List.of(),
                found(IMAGES, chain(Node.of("input1", "Input"), conv.with("bias", PropValue.of(false)), rest)));
    }

    @Test
    void layersThatLeadNowhereAreTold() {
        Network network = chain(Node.of("input1", "Input"), dense("dense1", 3), Node.of("ce1", "CrossEntropy"))
                .plus(dense("dense2", 5))
                .plus(Wire.of("input1.out", "dense2.in"));
        assertEquals(List.of("deadEnd dense2"), found(KINDS, network));
    }

    @Test
    void asManyScoresAsClassesAreWanted() {
        assertEquals(
                List.of("classes ce1"),
                found(KINDS, chain(Node.of("input1", "Input"), dense("dense1", 32), Node.of("ce1", "CrossEntropy"))));
    }

    @Test
    void twoLinearLayersInARowAreTold() {
        assertEquals(
                List.of("noActivation dense2"),
                found(
                        KINDS,
                        chain(
                                Node.of("input1", "Input"),
                                dense("dense1", 8),
                                dense("dense2", 3),
                                Node.of("ce1", "CrossEntropy"))));
    }

    private static List<String> found(DataSignature data, Network network) {
        Compilation compiled = new Compiler(LayerRegistry.STANDARD).compile(network, data, Compiler.Mode.TRAINING);
        return Findings.of(LayerRegistry.STANDARD, compiled, data).stream()
                .map(d -> d.message().key().replace("design.finding.", "") + " " + d.node())
                .toList();
    }

    private static Network chain(Node first, Node second, List<Node> rest) {
        List<Node> all = new ArrayList<>(List.of(first, second));
        all.addAll(rest);
        return chain(all.toArray(Node[]::new));
    }

    private static Network chain(Node... nodes) {
        List<Wire> wires = new ArrayList<>();
        for (int i = 1; i < nodes.length; i++) {
            wires.add(Wire.of(nodes[i - 1].name() + ".out", nodes[i].name() + ".in"));
        }
        return new Network(List.of(nodes), wires);
    }
}
