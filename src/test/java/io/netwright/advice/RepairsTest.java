package io.netwright.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.compile.Compilation;
import io.netwright.compile.Compiler;
import io.netwright.compile.DataSignature;
import io.netwright.compile.Diagnostic;
import io.netwright.edit.Design;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Layout;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Each way out that is offered leads out: after it the problem is gone.
class RepairsTest {

    private static final DataSignature IMAGES = DataSignature.classes(Shape.of(1, 8, 8), 10);
    private static final DataSignature NUMBERS = DataSignature.values(Shape.of(4), 2);
    private static final DataSignature KINDS = DataSignature.classes(Shape.of(4), 3);

    @Test
    void anEmptyNetworkGetsAnInput() {
        assertSolved(IMAGES, new Design(Network.EMPTY, Layout.EMPTY), "core.problem.empty");
    }

    @Test
    void anImageBeforeADenseLayerIsFlattened() {
        assertSolved(
                IMAGES,
                chain(Node.of("input1", "Input"), Node.of("dense1", "Dense"), Node.of("ce1", "CrossEntropy")),
                "layers.problem.denseNeedsFlat");
    }

    @Test
    void aSoftmaxBeforeCrossEntropyIsTakenOut() {
        assertSolved(
                KINDS,
                chain(
                        Node.of("input1", "Input"),
                        Node.of("dense1", "Dense").with("units", PropValue.of(3L)),
                        Node.of("softmax1", "Softmax"),
                        Node.of("ce1", "CrossEntropy")),
                "core.problem.doubleSoftmax");
    }

    @Test
    void squaredErrorOnClassesBecomesCrossEntropy() {
        assertSolved(
                KINDS,
                chain(Node.of("input1", "Input"), Node.of("dense1", "Dense"), Node.of("mse1", "MSE")),
                "layers.problem.mseOnClasses");
    }

    @Test
    void theLastLayerGetsAsManyUnitsAsTheTargetHasNumbers() {
        assertSolved(
                NUMBERS,
                chain(
                        Node.of("input1", "Input"),
                        Node.of("dense1", "Dense"),
                        Node.of("relu1", "ReLU"),
                        Node.of("mse1", "MSE")),
                "layers.problem.targetShape");
    }

    @Test
    void aLossIsAddedAtTheLooseEndAndSuitsTheData() {
        Design design =
                chain(Node.of("input1", "Input"), Node.of("dense1", "Dense").with("units", PropValue.of(2L)));
        Design solved = assertSolved(NUMBERS, design, "core.problem.noLoss");
        assertTrue(solved.network().node("mse1").isPresent());
    }

    @Test
    void aWindowLargerThanTheImageGetsPadding() {
        assertSolved(
                IMAGES,
                chain(Node.of("input1", "Input"), Node.of("conv1", "Conv2d").with("kernel", PropValue.ints(9, 9))),
                "layers.problem.kernelTooLarge");
    }

    @Test
    void aShapeThatTheDataDoNotHaveIsTakenFromTheData() {
        assertSolved(
                IMAGES,
                chain(Node.of("input1", "Input").with("shape", PropValue.ints(3)), Node.of("conv1", "Conv2d")),
                "layers.problem.inputShape");
    }

    @Test
    void aValueOutOfRangeGoesBackToTheDefault() {
        assertSolved(
                KINDS,
                chain(Node.of("input1", "Input"), Node.of("dense1", "Dense").with("units", PropValue.of(-3L))),
                "core.problem.property");
    }

    @Test
    void aPropertyThatTheLayerDoesNotHaveIsRemoved() {
        assertSolved(
                KINDS,
                chain(Node.of("input1", "Input"), Node.of("dense1", "Dense").with("colour", PropValue.of("red"))),
                "core.problem.unknownProperty");
    }

    @Test
    void aLayerThatNobodyKnowsIsTakenOut() {
        assertSolved(
                KINDS,
                chain(Node.of("input1", "Input"), Node.of("x", "Telepathy"), Node.of("dense1", "Dense")),
                "core.problem.unknownLayer");
    }

    @Test
    void imagesWithDifferentChannelsAreBroughtTogetherInTwoWays() {
        Network network = new Network(
                List.of(
                        Node.of("input1", "Input"),
                        Node.of("conv1", "Conv2d").with("padding", PropValue.of("same")),
                        Node.of("conv2", "Conv2d")
                                .with("padding", PropValue.of("same"))
                                .with("filters", PropValue.of(6L)),
                        Node.of("add1", "Add")),
                List.of(
                        Wire.of("input1.out", "conv1.in"),
                        Wire.of("conv1.out", "conv2.in"),
                        Wire.of("conv1.out", "add1.in"),
                        Wire.of("conv2.out", "add1.in")));
        Design design = new Design(network, Layout.EMPTY);
        List<Repairs.Tried> fixes = fixes(IMAGES, design, "layers.problem.addShapes");
        assertEquals(
                List.of("design.fix.project", "design.fix.filters", "design.fix.filters"),
                fixes.stream().map(f -> f.repair().label().key()).toList());
    }

    private static Design assertSolved(DataSignature data, Design design, String problem) {
        List<Repairs.Tried> fixes = fixes(data, design, problem);
        assertFalse(fixes.isEmpty(), "a way out of " + problem);
        Design after = fixes.getFirst().design();
        List<String> left = keys(compile(data, after));
        assertFalse(left.contains(problem), left::toString);
        return after;
    }

    private static List<Repairs.Tried> fixes(DataSignature data, Design design, String problem) {
        Compilation compiled = compile(data, design);
        Diagnostic diagnostic = compiled.diagnostics().stream()
                .filter(d -> d.message().key().equals(problem))
                .findFirst()
                .orElseThrow(() -> new AssertionError(keys(compiled)));
        return new Repairs(LayerRegistry.STANDARD, design, compiled, data).of(diagnostic);
    }

    private static Compilation compile(DataSignature data, Design design) {
        return new Compiler(LayerRegistry.STANDARD).compile(design.network(), data, Compiler.Mode.TRAINING);
    }

    private static List<String> keys(Compilation compiled) {
        return compiled.diagnostics().stream().map(d -> d.message().key()).toList();
    }

    private static Design chain(Node... nodes) {
        List<Wire> wires = new ArrayList<>();
        for (int i = 1; i < nodes.length; i++) {
            wires.add(Wire.of(nodes[i - 1].name() + ".out", nodes[i].name() + ".in"));
        }
        return new Design(new Network(List.of(nodes), wires), Layout.EMPTY);
    }
}
