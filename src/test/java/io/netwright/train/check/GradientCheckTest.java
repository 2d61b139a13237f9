package io.netwright.train.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.data.DataSource.InlineTarget;
import io.netwright.data.DataSpec;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.op.Affine;
import io.netwright.op.Run;
import io.netwright.program.Instruction;
import io.netwright.program.Phase;
import io.netwright.program.Program;
import io.netwright.train.Nets;
import io.netwright.train.TrainingPlan;
import io.netwright.train.TrainingSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GradientCheckTest {

    private static GradientReport check(Network network, DataSpec data, int batch) {
        TrainingPlan plan = Nets.plan(network, data, TrainingSpec.DEFAULT);
        return PlanCheck.check(plan, plan.initial(1), batch, GradientCheck.Settings.DEFAULT.withElements(40));
    }

    @Test
    void aSmoothNetworkPassesEverywhere() {
        GradientReport r = check(Nets.classifier("GELU", 6, 3), Nets.builtin("iris"), 7);
        assertTrue(r.passed(), r.toString());
        assertEquals(0, r.kinkCount());
        assertEquals(6, r.parameters().size());
        assertTrue(r.maxRelativeError() > 0);
        assertNotNull(r.worst());
    }

    @Test
    void theWorkedExamplePasses() {
        GradientReport r = check(Nets.workedExample(), Nets.workedExampleData(), 1);
        assertTrue(r.passed(), r.toString());
        assertEquals(36, r.checked(), "three weight matrices of nine, three biases of three");
    }

    @Test
    void aConvolutionWithDropoutAndPoolingPasses() {
        GradientReport r = check(Nets.smallCnn(), Nets.builtin("digits"), 3);
        assertTrue(r.passed(), r.toString());
    }

    @Test
    void batchNormPassesInTrainingMode() {
        Network network = Nets.chain(
                Nets.input(),
                Nets.dense("dense1", 4),
                Node.of("bn", "BatchNorm"),
                Node.of("act", "Sigmoid"),
                Nets.dense("dense2", 3),
                Node.of("loss", "CrossEntropy"));
        GradientReport r = check(network, Nets.builtin("iris"), 9);
        assertTrue(r.passed(), r.toString());
    }

    @Test
    void aWrongDerivativeFailsAndIsNamed() {
        TrainingPlan plan = Nets.plan(Nets.classifier("Tanh", 4, 3), Nets.builtin("iris"), TrainingSpec.DEFAULT);
        GradientReport r = GradientCheck.check(
                sabotaged(plan.training(), "act1"),
                plan.initial(1),
                5,
                PlanCheck.feed(plan, 5),
                Run.PLAIN,
                GradientCheck.Settings.DEFAULT);
        assertFalse(r.passed());
        assertNotNull(r.worst());
        assertEquals("dense1", r.worst().node());
        for (var p : r.parameters()) {
            assertNotNull(p.worst());
            assertEquals(p.node().equals("dense1"), p.worst().relativeError() > 1e-6, p.toString());
        }
    }

    /// The program with the first backward instruction of `node` off by one part in a thousand.
    private static Program sabotaged(Program p, String node) {
        List<Instruction> all = new ArrayList<>();
        boolean done = false;
        for (Instruction i : p.instructions()) {
            if (!done && i.phase() == Phase.BACKWARD && i.node().equals(node)) {
                // whatever the derivative was, the incoming gradient a little longer is not it
                int last = i.inputs().size() - 1;
                all.add(new Instruction(
                        i.index(), new Affine(1.001, 0), List.of(i.inputs().get(last)), i.output(), node, i.phase()));
                done = true;
            } else {
                all.add(i);
            }
        }
        assertTrue(done);
        return new Program(
                p.valueCount(),
                p.inputs(),
                p.targets(),
                p.parameters(),
                p.states(),
                p.constants(),
                all,
                p.updates(),
                p.ports(),
                p.outputs(),
                p.losses(),
                p.loss(),
                p.gradients());
    }

    @Test
    void aKinkIsReportedAndDoesNotFail() {
        // the bias of the first unit puts its ReLU exactly on the kink: x w + b = 1 * 2 - 2
        Node dense = Nets.dense("dense1", 1).with("weightInit", constant(2)).with("biasInit", constant(-2));
        Network network = Nets.chain(Nets.input(), dense, Node.of("relu", "ReLU"), Node.of("loss", "MSE"));
        double[][] x = {{1}};
        double[][] y = {{5}};
        GradientReport r = check(network, Nets.inline(x, y, InlineTarget.VALUES), 1);
        assertEquals(2, r.kinkCount());
        assertEquals(0, r.checked());
        assertTrue(r.passed());
        assertEquals("dense1.weight", r.kinks().getFirst().parameter());
        assertEquals(List.of(0, 0), r.kinks().getFirst().index());
        // max(0, 2 + h - 2): half the slope of the right side
        assertEquals(-5, r.kinks().getFirst().numeric(), 1e-3);
    }

    private static PropValue constant(double value) {
        return PropValue.fields(Map.of("type", PropValue.of("constant"), "value", PropValue.of(value)));
    }
}
