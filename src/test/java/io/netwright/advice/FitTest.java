package io.netwright.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.compile.Compilation;
import io.netwright.compile.Compiler;
import io.netwright.compile.DataSignature;
import io.netwright.compile.Diagnostic;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class FitTest {

    private static final DataSignature DIGITS = DataSignature.classes(Shape.of(1, 28, 28), 10);

    private static final Network NETWORK = new Network(
            List.of(
                    Node.of("image", "Input"),
                    Node.of("conv1", "Conv2d").with("filters", PropValue.of(6L)),
                    Node.of("flatten1", "Flatten"),
                    Node.of("dense1", "Dense"),
                    Node.of("add1", "Add"),
                    Node.of("wide", "Conv2d").with("kernel", PropValue.ints(99, 99)),
                    Node.of("ce1", "CrossEntropy")),
            List.of(
                    Wire.of("image.out", "conv1.in"),
                    Wire.of("conv1.out", "flatten1.in"),
                    Wire.of("conv1.out", "add1.in")));

    private static Fit fit() {
        Compilation compiled = new Compiler(LayerRegistry.STANDARD).compile(NETWORK, DIGITS, Compiler.Mode.TRAINING);
        return new Fit(LayerRegistry.STANDARD, NETWORK, compiled, DIGITS);
    }

    @Test
    void aWireSaysWhatWouldLeaveTheNode() {
        Fit.Answer answer = fit().wire(Port.parse("flatten1.out"), Port.parse("dense1.in"));
        assertNull(answer.problem());
        // LeNet's first convolution without padding: 28 - 3 + 1 = 26
        assertEquals(Shape.batchOf(6 * 26 * 26), answer.in());
        assertEquals(Shape.batchOf(32), answer.out());
    }

    @Test
    void whatDoesNotFitSaysWhatTheCompilerWouldSay() {
        for (String[] wire : new String[][] {
            {"conv1.out", "dense1.in"},
            {"image.out", "add1.in"},
            {"flatten1.out", "conv1.in"},
            {"image.out", "wide.in"},
            {"conv1.out", "ce1.in"}
        }) {
            Port from = Port.parse(wire[0]);
            Port to = Port.parse(wire[1]);
            Network drawn = to.node().equals("conv1")
                    ? NETWORK.minus(Wire.of("image.out", "conv1.in")).plus(new Wire(from, to))
                    : NETWORK.plus(new Wire(from, to));
            Fit.Answer answer = fit().wire(from, to);
            assertNotNull(answer.problem(), wire[0] + " to " + wire[1]);
            if (!to.node().equals("conv1")) {
                List<Diagnostic> said = new Compiler(LayerRegistry.STANDARD)
                        .compile(drawn, DIGITS, Compiler.Mode.TRAINING)
                        .at(to.node());
                assertTrue(said.stream().anyMatch(d -> d.message().equals(answer.problem())), () -> "" + said);
            }
        }
    }

    @Test
    void layersThatFitComeFirstAndTheUsualOnesBeforeTheRest() {
        List<Fit.Choice> afterConv = fit().after(Port.parse("conv1.out"));
        assertEquals("ReLU", afterConv.getFirst().info().type());
        assertFalse(choice(afterConv, "Dense").fits());
        assertFalse(choice(afterConv, "CrossEntropy").fits());
        assertTrue(choice(afterConv, "MaxPool2d").fits());
        boolean seenMisfit = false;
        for (Fit.Choice c : afterConv) {
            assertFalse(seenMisfit && c.fits(), c.info().type() + " fits but comes late");
            seenMisfit |= !c.fits();
        }
        List<Fit.Choice> afterFlatten = fit().after(Port.parse("flatten1.out"));
        assertEquals("Dense", afterFlatten.getFirst().info().type());
        assertFalse(choice(afterFlatten, "Conv2d").fits());
    }

    @Test
    void whatGoesIntoAWireMustBeTakenAtItsEnd() {
        List<Fit.Choice> choices = fit().into(Wire.of("conv1.out", "flatten1.in"));
        assertTrue(choice(choices, "BatchNorm").fits());
        Network skip = NETWORK.plus(Wire.of("conv1.out", "wide.in"));
        Compilation compiled = new Compiler(LayerRegistry.STANDARD).compile(skip, DIGITS, Compiler.Mode.TRAINING);
        List<Fit.Choice> beforeWide =
                new Fit(LayerRegistry.STANDARD, skip, compiled, DIGITS).into(Wire.of("image.out", "conv1.in"));
        assertFalse(choice(beforeWide, "Flatten").fits(), "a convolution takes no flattened image");
    }

    private static Fit.Choice choice(List<Fit.Choice> choices, String type) {
        return choices.stream()
                .filter(c -> c.info().type().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
