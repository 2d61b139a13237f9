package io.netwright.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.data.DataSource.InlineTarget;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.tensor.Precision;
import io.netwright.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same seed gives the same bits, and threads give the same numbers.
class DeterminismTest {

    private static final TrainingSpec SPEC =
            TrainingSpec.DEFAULT.withEpochs(2).withBatchSize(400).withOptimizer(Nets.adam(0.01));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theSameSeedGivesTheSameBits(int threads) {
        // dropout, convolution and a smaller last batch are all in it
        Map<String, double[]> first = train(Nets.smallCnn(), SPEC.withThreads(threads));
        Map<String, double[]> second = train(Nets.smallCnn(), SPEC.withThreads(threads));
        first.forEach((name, weights) -> assertArrayEquals(weights, second.get(name), 0.0, name));
    }

    @Test
    void anotherSeedGivesOtherWeights() {
        double[] one = train(Nets.smallCnn(), SPEC).get("dense1.weight");
        double[] other = train(Nets.smallCnn(), SPEC.withSeed(2)).get("dense1.weight");
        assertFalse(Arrays.equals(one, other));
    }

    @Test
    void splitBatchesGiveTheSameNumbers() {
        TrainingSpec spec = SPEC.withPrecision(Precision.FLOAT64);
        Map<String, double[]> one = train(Nets.smallCnn(), spec.withThreads(1));
        for (int threads : new int[] {2, 3}) {
            assertEquals(threads, parts(spec.withThreads(threads)));
            train(Nets.smallCnn(), spec.withThreads(threads))
                    .forEach((name, weights) -> assertArrayEquals(one.get(name), weights, 1e-10, name));
        }
    }

    @Test
    void aLargeEnoughBatchIsSplit() {
        assertEquals(2, parts(SPEC.withThreads(2)));
        assertEquals(1, parts(SPEC.withThreads(2).withBatchSize(10)));
    }

    private static int parts(TrainingSpec spec) {
        TrainingPlan plan = Nets.plan(Nets.smallCnn(), Nets.builtin("digits"), spec);
        try (var session = new TrainingSession(plan, 1)) {
            return session.parts();
        }
    }

    @Test
    void aSmallNetworkRunsOnOneThread() {
        TrainingPlan plan = Nets.plan(Nets.classifier("Tanh", 8, 3), Nets.builtin("iris"), SPEC.withThreads(2));
        try (var session = new TrainingSession(plan, 1)) {
            assertEquals(1, session.parts());
        }
    }

    @Test
    void batchNormSeesTheWholeBatch() {
        Network network = Nets.chain(
                Nets.input(),
                Node.of("flat", "Flatten"),
                Nets.dense("dense1", 512),
                Node.of("bn", "BatchNorm"),
                Nets.dense("dense2", 10),
                Node.of("loss", "CrossEntropy"));
        TrainingPlan plan = Nets.plan(network, Nets.builtin("digits"), SPEC.withThreads(2));
        assertFalse(Sharding.isMeanOfSamples(plan.training()));
        try (var session = new TrainingSession(plan, 1)) {
            assertEquals(1, session.parts());
            Tensor mean = session.parameters().states().get("bn.running_mean");
            assertTrue(Arrays.stream(mean.toArray()).allMatch(m -> m == 0));
            session.next();
            assertFalse(Arrays.stream(mean.toArray()).allMatch(m -> m == 0), "the running mean follows the batch");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mean", "sum"})
    void everyLossIsAMeanOfSamples(String reduction) {
        Node mse = Node.of("loss", "MSE")
                .with("reduction", PropValue.of(reduction))
                .with("half", PropValue.of(true));
        Network network = Nets.chain(Nets.input(), Nets.dense("dense1", 1), mse);
        double[][] x = {{1, 2}, {3, 4}};
        double[][] y = {{1}, {2}};
        assertTrue(Sharding.isMeanOfSamples(
                Nets.plan(network, Nets.inline(x, y, InlineTarget.VALUES), SPEC).training()));
        Network bce = Nets.chain(Nets.input(), Nets.dense("dense1", 1), Node.of("loss", "BCEWithLogits"));
        assertTrue(Sharding.isMeanOfSamples(
                Nets.plan(bce, Nets.points("xor", 10), SPEC).training()));
    }

    private static Map<String, double[]> train(Network network, TrainingSpec spec) {
        TrainingPlan plan = Nets.plan(network, Nets.builtin("digits"), spec);
        var weights = new LinkedHashMap<String, double[]>();
        TrainingRun.run(plan, e -> {}).parameters().all().forEach((name, t) -> weights.put(name, t.toArray()));
        return weights;
    }
}
