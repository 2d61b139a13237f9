package io.netwright.step.hunt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.program.Parameters;
import io.netwright.step.Frame;
import io.netwright.step.PlannedSteps;
import io.netwright.step.StepRecording;
import io.netwright.step.hunt.Sabotage.Verdict;
import io.netwright.train.Nets;
import io.netwright.train.TrainingPlan;
import io.netwright.train.check.GradientCheck;
import io.netwright.train.check.GradientReport;
import io.netwright.train.check.PlanCheck;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The judge of a planted bug is the gradient check, which knows nothing of it.
class SabotageTest {

    private static final GradientCheck.Settings SETTINGS = GradientCheck.Settings.DEFAULT.withElements(12);

    private static Network dense() {
        return Nets.classifier("Tanh", 4, 3);
    }

    private static Network twoWays() {
        return new Network(
                java.util.List.of(
                        Nets.input(),
                        Nets.dense("dense1", 4),
                        Node.of("bn1", "BatchNorm"),
                        Node.of("tanh1", "Tanh"),
                        Nets.dense("dense2", 4),
                        Node.of("add1", "Add"),
                        Nets.dense("dense3", 3),
                        Node.of("loss", "CrossEntropy")),
                java.util.List.of(
                        io.netwright.network.Wire.of("x.out", "dense1.in"),
                        io.netwright.network.Wire.of("dense1.out", "bn1.in"),
                        io.netwright.network.Wire.of("bn1.out", "tanh1.in"),
                        io.netwright.network.Wire.of("tanh1.out", "dense2.in"),
                        io.netwright.network.Wire.of("tanh1.out", "add1.in"),
                        io.netwright.network.Wire.of("dense2.out", "add1.in"),
                        io.netwright.network.Wire.of("add1.out", "dense3.in"),
                        io.netwright.network.Wire.of("dense3.out", "loss.in")));
    }

    private static TrainingPlan plan(Network network) {
        return Nets.plan(network, Nets.builtin("iris"), Nets.sgd(0.1).withBatchSize(8));
    }

    static Stream<Network> networks() {
        return Stream.of(dense(), twoWays());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyBugIsFoundByTheGradientCheckAndCanBeLookedAt(Network network) {
        TrainingPlan plan = plan(network);
        Parameters weights = plan.initial(1);
        double[] before = weights.find("dense1.weight").orElseThrow().toArray();
        Map<Bug, Integer> met = new EnumMap<>(Bug.class);
        for (long seed = 0; seed < 24; seed++) {
            Sabotage s = Sabotage.plant(plan, weights, seed).orElseThrow();
            met.merge(s.bug(), 1, Integer::sum);
            GradientReport r = PlanCheck.check(s.plan(), weights, 8, SETTINGS);
            assertFalse(r.passed(), s.bug() + " in " + s.node());
            StepRecording recording = new PlannedSteps(network, s.plan(), weights).record(LayerRegistry.STANDARD, 0, 8);
            for (Frame f : recording.frames()) {
                int[] at = new int[f.output().dims().length];
                assertEquals(f.output().at(at), f.explain(at).value(), 1e-12, f.formula());
            }
            assertEquals(Verdict.GUILTY, s.judge(s.node()));
        }
        assertTrue(met.size() >= 5, met::toString);
        assertTrue(PlanCheck.check(plan, weights, 8, SETTINGS).passed(), "the plan itself is as it was");
        assertArrayEquals(before, weights.find("dense1.weight").orElseThrow().toArray());
    }

    @Test
    void theSameSeedPlantsTheSameBug() {
        TrainingPlan plan = plan(dense());
        Parameters weights = plan.initial(1);
        Sabotage one = Sabotage.plant(plan, weights, 5).orElseThrow();
        Sabotage two = Sabotage.plant(plan, weights, 5).orElseThrow();
        assertEquals(one.bug(), two.bug());
        assertEquals(one.gradient(), two.gradient());
    }

    private static Sabotage first(Bug bug, TrainingPlan plan, Parameters weights) {
        for (long seed = 0; ; seed++) {
            Sabotage s = Sabotage.plant(plan, weights, seed).orElseThrow();
            if (s.bug() == bug) {
                return s;
            }
        }
    }

    private static StepRecording record(TrainingPlan plan, Parameters weights) {
        return new PlannedSteps(dense(), plan, weights).record(LayerRegistry.STANDARD, 0, 8);
    }

    private static double[] gradient(StepRecording r, String parameter) {
        return r.stateAt(r.size() - 1)
                .parameterGradient(parameter)
                .orElseThrow()
                .toArray();
    }

    @Test
    void aForgottenMeanMakesAllGradientsLargerByTheBatch() {
        TrainingPlan plan = plan(dense());
        Parameters weights = plan.initial(1);
        double[] right = gradient(record(plan, weights), "dense1.weight");
        double[] wrong = gradient(record(first(Bug.MEAN, plan, weights).plan(), weights), "dense1.weight");
        assertArrayEquals(Arrays.stream(right).map(d -> 8 * d).toArray(), wrong, 1e-12);
    }

    @Test
    void aForgottenBiasGradientIsZero() {
        TrainingPlan plan = plan(dense());
        Parameters weights = plan.initial(1);
        Sabotage s = first(Bug.BIAS, plan, weights);
        StepRecording r = record(s.plan(), weights);
        assertArrayEquals(new double[s.node().equals("dense3") ? 3 : 4], gradient(r, s.node() + ".bias"), 0);
        assertEquals(java.util.Set.of(s.node()), s.tainted(), "nothing else depends on it");
        String other = s.node().equals("dense1") ? "dense2" : "dense1";
        assertEquals(Verdict.INNOCENT, s.judge(other));
    }

    @Test
    void whoComesBehindAForgottenActivationIsMisled() {
        TrainingPlan plan = plan(dense());
        Parameters weights = plan.initial(1);
        for (long seed = 0; ; seed++) {
            Sabotage s = Sabotage.plant(plan, weights, seed).orElseThrow();
            if (s.bug() == Bug.ACTIVATION && s.node().equals("act2")) {
                assertEquals(Verdict.MISLED, s.judge("dense2"));
                assertEquals(Verdict.MISLED, s.judge("dense1"));
                assertEquals(Verdict.INNOCENT, s.judge("dense3"));
                assertEquals(Verdict.INNOCENT, s.judge("loss"));
                return;
            }
        }
    }
}
