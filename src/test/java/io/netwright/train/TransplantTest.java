package io.netwright.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Tensor;
import io.netwright.train.Transplant.Fate;
import io.netwright.train.optimizer.OptimizerSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// A network is changed while it is trained.
class TransplantTest {

    private static final TrainingSpec SPEC = TrainingSpec.DEFAULT
            .withOptimizer(Nets.adam(0.01))
            .withPrecision(Precision.FLOAT64)
            .withThreads(1);

    private static TrainingPlan plan(List<Node> hidden, TrainingSpec spec) {
        return Nets.plan(network(hidden), Nets.builtin("iris"), spec);
    }

    private static Network network(List<Node> hidden) {
        List<Node> all = new ArrayList<>(hidden);
        all.addFirst(Nets.input());
        all.add(Nets.dense("out", 3));
        all.add(Node.of("loss", "CrossEntropy"));
        return Nets.chain(all.toArray(Node[]::new));
    }

    private static Moment trained(TrainingPlan plan, int steps) {
        try (var session = new TrainingSession(plan, 3)) {
            for (int i = 0; i < steps; i++) {
                session.next();
                if (session.isEpochDone()) {
                    session.endEpoch();
                }
            }
            return session.moment();
        }
    }

    private static double loss(TrainingPlan plan, Moment at) {
        int[] all = plan.data().prepared().indices();
        return new Evaluator(plan, at.parameters()).evaluate(all).loss();
    }

    /// Random networks, random steps of training, then a few random edits that add only identities, or units whose
    /// outputs nobody has learnt to use.
    @Property(tries = 60)
    void whatAddsNothingChangesNoAnswer(@ForAll long seed) {
        Random random = new Random(seed);
        List<Node> hidden = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            hidden.add(Nets.dense("dense" + i, 2 + random.nextInt(6)));
            hidden.add(Node.of("act" + i, random.nextBoolean() ? "ReLU" : "Tanh"));
        }
        TrainingPlan before = plan(hidden, SPEC);
        Moment at = trained(before, 1 + random.nextInt(12));
        double was = loss(before, at);

        List<Node> edited = new ArrayList<>(hidden);
        int width = 4;
        for (int edit = 0; edit < 1 + random.nextInt(3); edit++) {
            int place = random.nextInt(edited.size() + 1);
            switch (random.nextInt(3)) {
                case 0 -> {
                    for (int i = 0; i < place; i++) {
                        width = units(edited.get(i), width);
                    }
                    edited.add(place, Nets.dense("new" + edit, width));
                    width = 4;
                }
                case 1 -> edited.add(place, Node.of("none" + edit, "Dropout").with("rate", PropValue.of(0.5)));
                default -> {
                    int wider = random.nextInt(edited.size());
                    Node node = edited.get(wider);
                    // not one that was put in just now: it has to stay square to be an identity
                    if (node.name().startsWith("dense")
                            && !edited.stream().anyMatch(n -> n.name().startsWith("new"))) {
                        edited.set(wider, node.with("units", PropValue.of(units(node, 0) + 2)));
                    }
                }
            }
        }
        TrainingPlan after = plan(edited, SPEC);
        Transplant.Result result = Transplant.of(network(hidden), at, network(edited), after, true);
        assertEquals(was, loss(after, result.moment()), 1e-12, () -> edited.toString());

        // what was kept is kept with all that the optimizer remembers of it
        assertTrue(result.report().memory());
        for (String name : result.report().of(Fate.KEPT)) {
            assertArrayEquals(
                    at.parameters().find(name).orElseThrow().toArray(),
                    result.moment().parameters().find(name).orElseThrow().toArray());
            for (String slot : at.optimizer().tensors().sequencedKeySet()) {
                if (slot.endsWith("/" + name)) {
                    Tensor then = at.optimizer().tensors().get(slot);
                    assertArrayEquals(
                            then.toArray(),
                            result.moment().optimizer().tensors().get(slot).toArray());
                }
            }
        }
        // and it trains
        try (var session = new TrainingSession(after, result.moment())) {
            assertEquals(at.step(), session.step());
            session.next();
            assertTrue(Double.isFinite(session.loss()));
        }
    }

    private static int units(Node node, int otherwise) {
        return node.props().get("units") instanceof PropValue.Int(long n) ? (int) n : otherwise;
    }

    @Test
    void theReportSaysWhatBecameOfWhat() {
        List<Node> hidden = List.of(Nets.dense("a", 4), Node.of("act", "ReLU"), Nets.dense("b", 5));
        TrainingPlan before = plan(hidden, SPEC);
        Moment at = trained(before, 4);
        // a is renamed, b wider, c new and not square
        List<Node> edited =
                List.of(Nets.dense("first", 4), Node.of("act", "ReLU"), Nets.dense("b", 8), Nets.dense("c", 6));
        TrainingPlan after = plan(edited, SPEC);
        Transplant.Report report =
                Transplant.of(network(hidden), at, network(edited), after, true).report();
        assertEquals(List.of("first.weight", "first.bias", "out.bias"), report.of(Fate.KEPT));
        assertEquals(List.of("b.weight", "b.bias", "out.weight"), report.of(Fate.TRANSFORMED));
        assertEquals(List.of("c.weight", "c.bias"), report.of(Fate.NEW));
        assertEquals(List.of(), report.of(Fate.GONE));
    }

    @Test
    void anotherOptimizerBeginsAnewOnTheSameWeights() {
        List<Node> hidden = List.of(Nets.dense("a", 4));
        TrainingPlan before = plan(hidden, SPEC);
        Moment at = trained(before, 4);
        TrainingPlan after = plan(hidden, SPEC.withOptimizer(OptimizerSpec.of("SGD")));
        Transplant.Result result = Transplant.of(network(hidden), at, network(hidden), after, true);
        assertFalse(result.report().memory());
        assertEquals(4, result.report().of(Fate.KEPT).size());
        assertEquals(0, result.moment().optimizer().steps());
        assertEquals(loss(before, at), loss(after, result.moment()), 0);
    }

    @Test
    void anUnchangedNetworkGoesOnToTheBit() {
        List<Node> hidden = List.of(Nets.dense("a", 4), Node.of("act", "Tanh"));
        TrainingPlan plan = plan(hidden, SPEC);
        Moment at = trained(plan, 6);
        Transplant.Result result = Transplant.of(network(hidden), at, network(hidden), plan, true);
        try (var one = new TrainingSession(plan, at);
                var other = new TrainingSession(plan, result.moment())) {
            for (int i = 0; i < 10; i++) {
                one.next();
                other.next();
                if (one.isEpochDone()) {
                    one.endEpoch();
                    other.endEpoch();
                }
            }
            one.parameters()
                    .all()
                    .forEach((name, t) -> assertArrayEquals(
                            t.toArray(),
                            other.parameters().find(name).orElseThrow().toArray()));
        }
    }
}
