package io.netwright.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.data.DataSource.InlineTarget;
import io.netwright.data.DataSpec;
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

class TrainingSessionTest {

    private static final double[][] FIVE_X = {{1, 0}, {0, 2}, {3, 1}, {-1, 1}, {2, 2}};
    private static final double[][] FIVE_Y = {{1}, {-1}, {2}, {0}, {1}};
    private static final DataSpec FIVE = Nets.inline(FIVE_X, FIVE_Y, InlineTarget.VALUES);

    private static Network line() {
        return Nets.chain(Nets.input(), Nets.dense("dense1", 1), Node.of("loss", "MSE"));
    }

    @Test
    void theLastBatchMayBeSmaller() {
        // one epoch by hand: w and b by the mean of each batch's own samples
        TrainingSpec spec = Nets.sgd(0.1).withBatchSize(2).withShuffle(false).withEpochs(1);
        try (var session = new TrainingSession(Nets.plan(line(), FIVE, spec), 1)) {
            double[] w = session.parameters().trainable().get("dense1.weight").toArray();
            double b = session.parameters().trainable().get("dense1.bias").get(0);
            int[][] batches = {{0, 1}, {2, 3}, {4}};
            double epochLoss = 0;
            for (int[] batch : batches) {
                double[] dw = new double[2];
                double db = 0;
                double loss = 0;
                for (int i : batch) {
                    double error = FIVE_X[i][0] * w[0] + FIVE_X[i][1] * w[1] + b - FIVE_Y[i][0];
                    loss += error * error / batch.length;
                    dw[0] += 2 * error * FIVE_X[i][0] / batch.length;
                    dw[1] += 2 * error * FIVE_X[i][1] / batch.length;
                    db += 2 * error / batch.length;
                }
                var stepped = assertInstanceOf(Outcome.Stepped.class, session.next());
                assertEquals(batch.length, stepped.samples());
                assertEquals(loss, stepped.loss(), 1e-12);
                assertArrayEquals(dw, session.gradients().get("dense1.weight").toArray(), 1e-12);
                w[0] -= 0.1 * dw[0];
                w[1] -= 0.1 * dw[1];
                b -= 0.1 * db;
                epochLoss += loss * batch.length / 5;
                assertArrayEquals(
                        w, session.parameters().trainable().get("dense1.weight").toArray(), 1e-12);
            }
            assertTrue(session.isEpochDone());
            assertThrows(IllegalStateException.class, session::next);
            EpochReport report = session.endEpoch();
            assertEquals(epochLoss, report.loss(), 1e-12);
            assertEquals(1, report.epoch());
            assertEquals(3, report.step());
            assertEquals(0, session.batch());
        }
    }

    @Test
    void aBatchLargerThanTheDataIsTheData() {
        TrainingSpec spec = Nets.sgd(0.1).withBatchSize(1000);
        try (var session = new TrainingSession(Nets.plan(line(), FIVE, spec), 1)) {
            assertEquals(
                    5, assertInstanceOf(Outcome.Stepped.class, session.next()).samples());
            assertTrue(session.isEpochDone());
        }
    }

    @Test
    void aStepThatExplodesIsNotTakenAndNamesTheLayer() {
        // with this rate the weights explode within a few steps, and with them what the layer puts out
        TrainingSpec spec = Nets.sgd(1000).withPrecision(Precision.FLOAT32).withShuffle(false);
        try (var session = new TrainingSession(Nets.plan(line(), FIVE, spec), 1)) {
            double[] before = weights(session);
            Outcome outcome = session.next();
            while (outcome instanceof Outcome.Stepped) {
                before = weights(session);
                if (session.isEpochDone()) {
                    session.endEpoch();
                }
                outcome = session.next();
            }
            Divergence d = assertInstanceOf(Outcome.Diverged.class, outcome).divergence();
            assertEquals("dense1", d.node());
            assertEquals("MatMul", d.op());
            assertEquals(Phase.FORWARD, d.phase());
            assertEquals(session.step() + 1, d.step());
            assertArrayEquals(before, weights(session), 0.0, "the weights are as before the step");
            assertSays(d, "dense1", "explode", "爆炸");
            assertEquals(
                    d, assertInstanceOf(Outcome.Diverged.class, session.next()).divergence(), "and stays there");
        }
    }

    @Test
    void theFirstLayerThatOverflowsIsNamed() {
        Node dense2 = Nets.dense("second", 2)
                .with(
                        "weightInit",
                        PropValue.fields(Map.of("type", PropValue.of("constant"), "value", PropValue.of(3e38))));
        Network network = Nets.chain(
                Nets.input(), Nets.dense("first", 2), dense2, Nets.dense("third", 1), Node.of("loss", "MSE"));
        double[][] x = {{3, 4}};
        double[][] y = {{1}};
        TrainingSpec spec = Nets.sgd(0.1).withPrecision(Precision.FLOAT32).withSeed(3);
        TrainingPlan plan = Nets.plan(network, Nets.inline(x, y, InlineTarget.VALUES), spec);
        try (var session = new TrainingSession(plan, 3)) {
            Divergence d =
                    assertInstanceOf(Outcome.Diverged.class, session.next()).divergence();
            assertEquals("second", d.node());
            assertEquals(Phase.FORWARD, d.phase());
            assertEquals(1, d.step());
            assertSays(d, "second", "step 1", "第 1 步");
        }
    }

    private static void assertSays(Divergence d, String node, String english, String chinese) {
        String en = Messages.in(Locale.ENGLISH).format(d.message());
        String zh = Messages.in(Locale.SIMPLIFIED_CHINESE).format(d.message());
        assertTrue(en.contains(node) && en.toLowerCase(Locale.ROOT).contains(english), en);
        assertTrue(zh.contains(node) && zh.contains(chinese), zh);
    }

    private static double[] weights(TrainingSession session) {
        return session.parameters().trainable().get("dense1.weight").toArray();
    }

    @Test
    void dropoutActsInTrainingAndNotInEvaluation() {
        Network network = Nets.chain(
                Nets.input(),
                Nets.dense("dense1", 1),
                Node.of("drop", "Dropout").with("rate", PropValue.of(0.5)),
                Node.of("loss", "MSE"));
        TrainingSpec spec = Nets.sgd(0).withBatchSize(5).withShuffle(false);
        TrainingPlan plan = Nets.plan(network, FIVE, spec);
        try (var session = new TrainingSession(plan, 1)) {
            double first =
                    assertInstanceOf(Outcome.Stepped.class, session.next()).loss();
            session.endEpoch();
            double second =
                    assertInstanceOf(Outcome.Stepped.class, session.next()).loss();
            assertFalse(first == second, "each step draws another mask");
            Evaluator evaluator = new Evaluator(plan, session.parameters());
            int[] all = {0, 1, 2, 3, 4};
            assertEquals(evaluator.evaluate(all).loss(), evaluator.evaluate(all).loss());
        }
    }

    @Test
    void weightsCanBeTakenOver() {
        TrainingPlan plan = Nets.plan(line(), FIVE, Nets.sgd(0.1));
        try (var one = new TrainingSession(plan, 1);
                var other = new TrainingSession(plan, 2)) {
            one.next();
            other.load(one.parameters());
            assertArrayEquals(weights(one), weights(other));
        }
    }

    @Test
    void aNetworkThatCannotBeTrainedIsRefusedInWords() {
        assertRefused("train.problem.noLoss", Nets.chain(Nets.input(), Nets.dense("dense1", 1)), FIVE);
        assertRefused(
                "train.problem.noParameters", Nets.chain(Nets.input(), Node.of("loss", "CrossEntropy")), classes(2));
        assertRefused("train.problem.network", Nets.chain(Nets.input(), Node.of("what", "Nothing")), FIVE);
        assertRefused("train.problem.network", Nets.classifier("ReLU", 2, 2), classes(3));
        Network logit = Nets.chain(Nets.input(), Nets.dense("dense1", 1), Node.of("loss", "BCEWithLogits"));
        assertRefused("train.problem.network", logit, classes(3));
    }

    private static DataSpec classes(int count) {
        double[][] y = {{0}, {1}, {count - 1.0}, {0}, {1}};
        return Nets.inline(FIVE_X, y, InlineTarget.CLASSES);
    }

    private static void assertRefused(String key, Network network, DataSpec data) {
        UserException e = assertThrows(UserException.class, () -> Nets.plan(network, data, TrainingSpec.DEFAULT));
        assertEquals(key, e.what().key());
        assertNotNull(Messages.in(Locale.SIMPLIFIED_CHINESE).format(e.what()));
    }
}
