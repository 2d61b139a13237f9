package io.netwright.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.compile.Compilation;
import io.netwright.compile.Compiler;
import io.netwright.data.DataSource.InlineTarget;
import io.netwright.data.DataSpec;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.program.Phase;
import io.netwright.tensor.Precision;
import io.netwright.text.Messages;
import io.netwright.text.UserException;
import io.netwright.train.TrainingSession.Outcome;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A step that cannot go well is not taken: too large for the memory, or for the numbers.
class StepSafetyTest {

    private static final DataSpec DATA =
            Nets.inline(new double[][] {{1, 2}, {3, 4}}, new double[][] {{1}, {2}}, InlineTarget.VALUES);

    private static Network wide(int units) {
        return Nets.chain(
                Nets.input(),
                Nets.dense("dense1", units),
                Nets.dense("dense2", units),
                Nets.dense("dense3", 1),
                Node.of("loss", "MSE"));
    }

    /// 40,000 x 40,000 weights: 6 GB in float32, and as much again for their gradient.
    @Test
    void aNetworkThatDoesNotFitIsRefusedWithItsLargestTensors() {
        UserException e = assertThrows(UserException.class, () -> Nets.plan(wide(40_000), DATA, TrainingSpec.DEFAULT));
        assertEquals("train.problem.tooLarge", e.what().key());
        long megabytes = (Long) e.what().args().getFirst();
        assertTrue(megabytes >= 2 * 40_000L * 40_000 * 4 >> 20, megabytes + " MB");
        String words = Messages.in(Locale.ENGLISH).format(e.what());
        assertTrue(words.contains("dense2 (40000 \u00d7 40000, 6103 MB)"), words);
    }

    /// The count for a small network, tensor by tensor: float64, SGD with momentum, a batch of 2.
    @Test
    void theMemoryOfAStepIsCounted() {
        TrainingPlan plan = Nets.plan(
                Nets.chain(Nets.input(), Nets.dense("dense1", 3), Node.of("loss", "MSE")),
                Nets.inline(
                        new double[][] {{1, 2}, {3, 4}}, new double[][] {{1, 1, 1}, {2, 2, 2}}, InlineTarget.VALUES),
                Nets.sgd(0.1));
        StepMemory memory = StepMemory.of(plan);
        // X and Y: 4 + 6; weights and their momentum: 9 + 9; at least the output, and both gradients: 6 + 9
        assertTrue(memory.bytes() >= 8 * (4 + 6 + 9 + 9 + 6 + 9), memory.toString());
        assertTrue(memory.bytes() <= 8 * 120, memory.toString());
        memory.requireFits(memory.bytes());
        assertThrows(UserException.class, () -> memory.requireFits(memory.bytes() - 1));
    }

    @Test
    void aTensorBeyondAllBoundsIsAProblemOfTheDesign() {
        Network n = wide(1 << 20).replace("x", x -> x.with("shape", PropValue.ints(2)));
        Compilation c = new Compiler(LayerRegistry.STANDARD).compile(n, null, Compiler.Mode.TRAINING);
        assertEquals(
                "core.problem.tooLarge", c.diagnostics().getFirst().message().key());
        assertEquals("dense2.in", c.diagnostics().getFirst().place());
    }

    private static Divergence diverging(double weight, Precision precision) {
        PropValue init = PropValue.fields(Map.of("type", PropValue.of("constant"), "value", PropValue.of(weight)));
        Network n = Nets.chain(
                Nets.input(),
                Nets.dense("dense1", 1).with("weightInit", init),
                Nets.dense("dense2", 1).with("weightInit", init),
                Node.of("loss", "MSE"));
        TrainingPlan plan = Nets.plan(n, DATA, Nets.sgd(0.1).withPrecision(precision));
        try (var session = new TrainingSession(plan, 1)) {
            return assertInstanceOf(Outcome.Diverged.class, session.next()).divergence();
        }
    }

    @Test
    void infinityIsFoundWhereItArises() {
        Divergence d = diverging(1e20, Precision.FLOAT32);
        assertEquals("dense2", d.node());
        assertEquals("MatMul", d.op());
        assertEquals(Phase.FORWARD, d.phase());
    }

    @Test
    void anExplodingGradientIsFoundWhereItArises() {
        Divergence d = diverging(1e7, Precision.FLOAT64);
        assertEquals("train.problem.exploding", d.message().key());
        assertEquals("dense2", d.node());
        assertEquals("MatMul", d.op());
        assertTrue(Messages.in(Locale.ENGLISH).format(d.message()).contains("dense2"));
    }
}
