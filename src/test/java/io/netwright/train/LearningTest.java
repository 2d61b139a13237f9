package io.netwright.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.data.DataSource.InlineTarget;
import io.netwright.data.DataSpec;
import io.netwright.data.Part;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.tensor.Tensor;
import io.netwright.train.metric.Classes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Networks learn what they should, on real data.
class LearningTest {

    private static final double[][] CORNERS = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};

    @Test
    void fourCornersOfXor() {
        DataSpec data = Nets.inline(CORNERS, new double[][] {{0}, {1}, {1}, {0}}, InlineTarget.CLASSES);
        Network network = Nets.classifier("Tanh", 8, 2);
        EpochReport last =
                train(network, data, TrainingSpec.DEFAULT.withEpochs(300).withOptimizer(Nets.adam(0.02)));
        assertEquals(1, last.metrics().get("accuracy"));
        assertTrue(last.loss() < 0.01, "loss " + last.loss());
        assertNull(last.validation(), "nothing is left to validate on");
    }

    @Test
    void xorWithOneLogit() {
        Network network = Nets.chain(
                Nets.input(),
                Nets.dense("dense1", 8),
                Node.of("act", "Tanh"),
                Nets.dense("dense2", 1),
                Node.of("loss", "BCEWithLogits"));
        TrainingSpec spec = TrainingSpec.DEFAULT.withEpochs(60).withOptimizer(Nets.adam(0.03));
        EpochReport last = train(network, Nets.points("xor", 300), spec);
        assertTrue(last.metrics().get("accuracy") > 0.98, last.metrics().toString());
    }

    @Test
    void iris() {
        TrainingSpec spec = TrainingSpec.DEFAULT.withEpochs(60).withOptimizer(Nets.adam(0.01));
        TrainingPlan plan = Nets.plan(Nets.classifier("ReLU", 16, 3), Nets.builtin("iris"), spec);
        TrainingRun.Result result = TrainingRun.run(plan, e -> {});
        Evaluation test = new Evaluator(plan, result.parameters()).evaluate(Part.TEST);
        assertNotNull(test);
        assertTrue(test.metrics().get("accuracy") > 0.9, test.toString());
        Evaluation validation = result.last().orElseThrow().validation();
        assertNotNull(validation);
        assertTrue(validation.metrics().get("accuracy") > 0.9, validation.toString());
    }

    @Test
    void digitsWithinSeconds() {
        Network network = Nets.chain(
                Nets.input(),
                Node.of("flat", "Flatten"),
                Nets.dense("dense1", 64),
                Node.of("relu1", "ReLU"),
                Nets.dense("dense2", 10),
                Node.of("loss", "CrossEntropy"));
        TrainingSpec spec = TrainingSpec.DEFAULT.withEpochs(20).withOptimizer(Nets.adam(0.003));
        TrainingPlan plan = Nets.plan(network, Nets.builtin("digits"), spec);
        List<EpochReport> epochs = new ArrayList<>();
        TrainingRun.Result result = TrainingRun.run(plan, e -> {
            if (e instanceof TrainingRun.Event.Epoch(EpochReport report)) {
                epochs.add(report);
            }
        });
        assertEquals(20, epochs.size());
        assertTrue(epochs.getLast().loss() < 0.1 * epochs.getFirst().loss());
        Evaluation test = new Evaluator(plan, result.parameters()).evaluate(Part.TEST);
        assertNotNull(test);
        assertTrue(test.metrics().get("accuracy") > 0.95, test.metrics().toString());

        // what it says it counted is what its predictions say
        ConfusionMatrix confusion = test.confusion();
        assertNotNull(confusion);
        int[] samples = plan.data().split().of(Part.TEST);
        assertEquals(samples.length, confusion.total());
        Tensor logits = new Predictor(plan.evaluation(), result.parameters())
                .predict(plan.data().prepared(), samples)
                .get("dense2");
        double[] label = new double[1];
        long[][] counts = new long[10][10];
        for (int i = 0; i < samples.length; i++) {
            plan.data().prepared().target(samples[i], label, 0);
            counts[(int) label[0]][Classes.greatest(logits, i)]++;
        }
        assertEquals(new ConfusionMatrix(confusion.classes(), counts), confusion);
    }

    @Test
    void aPlane() {
        Network network = Nets.chain(Nets.input(), Nets.dense("dense1", 1), Node.of("loss", "MSE"));
        TrainingPlan plan = Nets.plan(
                network, Nets.points("regression-plane", 500), Nets.sgd(0.02).withEpochs(100));
        TrainingRun.Result result = TrainingRun.run(plan, e -> {});
        // y = (x1 + x2) / 10, and what noise of deviation 0.1 leaves of it
        assertArrayEquals(
                new double[] {0.1, 0.1},
                result.parameters().trainable().get("dense1.weight").toArray(),
                0.01);
        double noise = 0.1 * Math.sqrt(2 / Math.PI);
        assertEquals(noise, result.last().orElseThrow().metrics().get("mae"), 0.01);
    }

    private static EpochReport train(Network network, DataSpec data, TrainingSpec spec) {
        return TrainingRun.run(Nets.plan(network, data, spec), e -> {}).last().orElseThrow();
    }
}
