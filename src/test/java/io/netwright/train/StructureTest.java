package io.netwright.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.compile.Compilation;
import io.netwright.compile.Compiler;
import io.netwright.compile.DataSignature;
import io.netwright.data.DataSource.InlineTarget;
import io.netwright.data.DataSpec;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Block;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.network.Sketch;
import io.netwright.network.Wire;
import io.netwright.program.Parameters;
import io.netwright.tensor.Shape;
import io.netwright.tensor.Tensor;
import io.netwright.train.check.GradientCheck;
import io.netwright.train.check.GradientReport;
import io.netwright.train.check.PlanCheck;
import io.netwright.train.optimizer.LevenbergMarquardt;
import io.netwright.train.optimizer.OptimizerRegistry;
import io.netwright.train.optimizer.OptimizerSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Networks that are no chain: shared and frozen weights, several inputs, targets and losses.
class StructureTest {

    private static final double[][] X = {{1, 2, -1}, {0.5, -1, 2}, {-2, 0.3, 1}, {1, 1, 0.2}};
    private static final double[][] Y = {{1, -1}, {0.5, 2}, {0, 0.1}, {-1, 1}};
    private static final DataSpec DATA = Nets.inline(X, Y, InlineTarget.VALUES);

    private static Node shares(Node node, String path) {
        return node.with(Node.SHARES_WITH, PropValue.of(path));
    }

    private static Node frozen(Node node) {
        return node.with(Node.FROZEN, PropValue.of(true));
    }

    private static List<String> problems(Network network) {
        Compilation c = new Compiler(LayerRegistry.STANDARD).compile(network, null, Compiler.Mode.TRAINING);
        return c.diagnostics().stream()
                .filter(d -> d.isError())
                .map(d -> d.place() + " " + d.message().key())
                .toList();
    }

    private static Network tower(Node second) {
        return Nets.chain(
                Nets.input().with("shape", PropValue.ints(3)),
                Nets.dense("dense1", 3),
                Node.of("tanh1", "Tanh"),
                second,
                Node.of("tanh2", "Tanh"),
                Nets.dense("dense3", 2),
                Node.of("loss", "MSE"));
    }

    /// Held to central differences of the loss, which know nothing of how gradients are added up.
    @Test
    void theGradientOfSharedWeightsIsTheSumOverItsUses() {
        for (Node second : List.of(
                shares(Nets.dense("dense2", 3), "dense1"),
                Node.of("block1", repeated(3, true))
                        .with(Block.REPEAT, PropValue.of(3))
                        .with(Block.LINKED, PropValue.of(true)),
                Node.of("block1", repeated(3, false)).with(Block.REPEAT, PropValue.of(2)))) {
            TrainingPlan plan = Nets.plan(tower(second), DATA, Nets.sgd(0.1));
            GradientReport report = PlanCheck.check(plan, plan.initial(3), 4, GradientCheck.Settings.DEFAULT);
            assertTrue(report.passed(), report.toString());
        }
    }

    private static Block repeated(int units, boolean norm) {
        Sketch s = new Sketch();
        var in = s.input("in");
        var h = s.add(Nets.dense("dense", units), in);
        s.output("out", s.add("act", norm ? "BatchNorm" : "Tanh", h));
        return s.block();
    }

    @Test
    void aPlaceWhereWeightsCannotBeSharedIsNamed() {
        assertEquals(
                List.of("dense2.sharesWith core.problem.sharesShape"),
                problems(tower(shares(Nets.dense("dense2", 4), "dense1"))));
        assertEquals(
                List.of("dense2.sharesWith core.problem.sharesNowhere"),
                problems(tower(shares(Nets.dense("dense2", 3), "../dense1"))));
        assertEquals(
                List.of("dense2.sharesWith core.problem.sharesMissing"),
                problems(tower(shares(Nets.dense("dense2", 3), "dense1"))
                        .replace("dense1", n -> n.with("bias", PropValue.of(false)))));
        assertEquals(
                List.of(
                        "dense1.sharesWith core.problem.sharesInCircle",
                        "dense2.sharesWith core.problem.sharesInCircle"),
                problems(tower(shares(Nets.dense("dense2", 3), "dense1")).replace("dense1", n -> shares(n, "dense2")))
                        .stream()
                        .sorted()
                        .toList());
    }

    /// The one that has the weights says what they are before training, whichever comes first.
    @Test
    void theInitialiserOfTheOwnerCounts() {
        Network n = tower(Nets.dense("dense2", 3).with("weightInit", PropValue.of("zeros")))
                .replace("dense1", x -> shares(x, "dense2"));
        Parameters p = Nets.plan(n, DATA, Nets.sgd(0.1)).initial(1);
        assertTrue(
                Arrays.stream(p.find("dense2.weight").orElseThrow().toArray()).allMatch(w -> w == 0));
        assertFalse(p.find("dense1.weight").isPresent());
    }

    static List<String> optimizers() {
        return OptimizerRegistry.STANDARD.types();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void noOptimizerMovesWhatIsFrozen(String optimizer) {
        // Levenberg-Marquardt takes no batch-norm that gathers
        boolean gathers = !optimizer.equals(LevenbergMarquardt.TYPE);
        Node gathering = gathers ? Node.of("bn1", "BatchNorm") : Node.of("sigmoid1", "Sigmoid");
        Network n = Nets.chain(
                Nets.input().with("shape", PropValue.ints(3)),
                frozen(Nets.dense("frozen1", 4)),
                Nets.dense("dense1", 4),
                gathering,
                Node.of("tanh1", "Tanh"),
                frozen(Nets.dense("frozen2", 4)),
                frozen(Node.of("frozen3", "BatchNorm")),
                Nets.dense("dense2", 2),
                Node.of("loss", "MSE"));
        TrainingSpec spec =
                Nets.sgd(0.1).withOptimizer(OptimizerSpec.of(optimizer)).withThreads(2);
        try (var session = new TrainingSession(Nets.plan(n, DATA, spec), 1)) {
            Parameters before = session.parameters().copy(session.parameters().precision());
            for (int epoch = 0; epoch < 3; epoch++) {
                while (!session.isEpochDone()) {
                    session.next();
                }
                session.endEpoch();
            }
            session.parameters().all().forEach((name, t) -> {
                boolean frozen = name.startsWith("frozen");
                boolean same = Arrays.equals(before.find(name).orElseThrow().toArray(), t.toArray());
                assertEquals(frozen, same, name);
            });
        }
    }

    /// Through frozen layers gradients go on to those before.
    @Test
    void whatComesBeforeAFrozenLayerIsTrainedRight() {
        Network n = tower(Nets.dense("dense2", 3).with(Node.FROZEN, PropValue.of(true)));
        TrainingPlan plan = Nets.plan(n, DATA, Nets.sgd(0.1));
        GradientReport report = PlanCheck.check(plan, plan.initial(3), 4, GradientCheck.Settings.DEFAULT);
        assertTrue(report.passed(), report.toString());
        assertEquals(4, report.parameters().size());
    }

    /// Two inputs with a part of the columns each, two losses with a part of the targets each.
    private static Network twoByTwo() {
        return new Network(
                List.of(
                        Node.of("a", "Input").with("shape", PropValue.ints(1)).with("firstFeature", PropValue.of(0)),
                        Node.of("b", "Input").with("shape", PropValue.ints(2)).with("firstFeature", PropValue.of(1)),
                        Nets.dense("dense1", 1),
                        Nets.dense("dense2", 1),
                        Node.of("loss1", "MSE").with("firstTarget", PropValue.of(0)),
                        Node.of("loss2", "MSE")
                                .with("firstTarget", PropValue.of(1))
                                .with("lossWeight", PropValue.of(3.0))),
                List.of(
                        Wire.of("a.out", "dense1.in"),
                        Wire.of("b.out", "dense2.in"),
                        Wire.of("dense1.out", "loss1.in"),
                        Wire.of("dense2.out", "loss2.in")));
    }

    /// The loss and one step of gradient descent, worked out by hand from the same numbers.
    @Test
    void partsOfTheDataFeedSeveralInputsAndLosses() {
        TrainingPlan plan = Nets.plan(twoByTwo(), DATA, Nets.sgd(0.1).withShuffle(false));
        Parameters p = plan.initial(1);
        double[] w1 = p.find("dense1.weight").orElseThrow().toArray();
        double[] w2 = p.find("dense2.weight").orElseThrow().toArray();
        double loss = 0;
        double slope = 0;
        for (int i = 0; i < X.length; i++) {
            double e1 = w1[0] * X[i][0] - Y[i][0];
            double e2 = w2[0] * X[i][1] + w2[1] * X[i][2] - Y[i][1];
            loss += (e1 * e1 + 3 * e2 * e2) / X.length;
            slope += 3 * 2 * e2 * X[i][2] / X.length;
        }
        try (var session = new TrainingSession(plan, 1, p)) {
            session.next();
            assertEquals(loss, session.loss(), 1e-12);
            Tensor moved = session.parameters().find("dense2.weight").orElseThrow();
            assertEquals(w2[1] - 0.1 * slope, moved.get(1), 1e-12);
        }
        Map<String, Tensor> predicted =
                new Predictor(plan.evaluation(), p).predict(plan.data().prepared());
        assertEquals(List.of("dense1", "dense2"), List.copyOf(predicted.keySet()));
        assertArrayEquals(new int[] {4, 1}, predicted.get("dense2").dims());
    }

    @Test
    void aPartThatTheDataDoesNotHaveIsRefused() {
        Network n = twoByTwo();
        assertEquals(List.of("b.firstFeature"), places(n.replace("b", x -> x.with("firstFeature", PropValue.of(2)))));
        assertEquals(
                List.of("loss2.firstTarget"), places(n.replace("loss2", x -> x.with("firstTarget", PropValue.of(2)))));
    }

    private static List<String> places(Network n) {
        return new Compiler(LayerRegistry.STANDARD)
                .compile(n, DataSignature.values(Shape.of(3), 2), Compiler.Mode.TRAINING).diagnostics().stream()
                        .filter(d -> d.isError())
                        .map(d -> d.place())
                        .toList();
    }
}
