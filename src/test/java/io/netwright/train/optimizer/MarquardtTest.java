package io.netwright.train.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.data.DataSource.InlineTarget;
import io.netwright.data.DataSpec;
import io.netwright.data.SplitSpec;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.text.UserException;
import io.netwright.train.Command;
import io.netwright.train.Nets;
import io.netwright.train.Snapshot;
import io.netwright.train.Trainer;
import io.netwright.train.TrainingPlan;
import io.netwright.train.TrainingRun;
import io.netwright.train.TrainingSession;
import io.netwright.train.TrainingSpec;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Levenberg-Marquardt against what it is: least squares, solved exactly where the network is linear.
class MarquardtTest {

    private static final double[][] X = {{1, 2}, {0, -1}, {3, 1}, {-2, 0.5}, {1, 1}};
    private static final double[][] Y = {{1, 0}, {2, 1}, {-1, 3}, {0, 0.5}, {2, 2}};

    private static TrainingSpec spec(double damping) {
        return Nets.sgd(1)
                .withBatchSize(100)
                .withShuffle(false)
                .withOptimizer(OptimizerSpec.of(LevenbergMarquardt.TYPE).with(LevenbergMarquardt.DAMPING, damping));
    }

    private static DataSpec data() {
        return Nets.inline(X, Y, InlineTarget.VALUES).withSplit(SplitSpec.ALL_TRAIN);
    }

    private static Network linear(String reduction, boolean half) {
        return Nets.chain(
                Nets.input(),
                Nets.dense("dense1", 2),
                Node.of("loss", "MSE")
                        .with("reduction", PropValue.of(reduction))
                        .with("half", PropValue.of(half)));
    }

    /// One step is ordinary least squares, whose normal equations are solved here by hand; whatever the loss is
    /// multiplied by.
    @ParameterizedTest
    @CsvSource({"mean, false", "sum, false", "mean, true", "sum, true"})
    void oneStepSolvesALinearNetwork(String reduction, boolean half) {
        TrainingPlan plan = Nets.plan(linear(reduction, half), data(), spec(1e-12));
        try (var session = new TrainingSession(plan, 1)) {
            session.next();
            double[] w = session.parameters().trainable().get("dense1.weight").toArray();
            double[] b = session.parameters().trainable().get("dense1.bias").toArray();
            for (int out = 0; out < 2; out++) {
                double[] solved = leastSquares(out);
                assertArrayEquals(new double[] {w[out], w[2 + out], b[out]}, solved, 1e-8);
            }
        }
    }

    /// Gauss elimination of the normal equations with rows `(x1, x2, 1)`.
    private static double[] leastSquares(int out) {
        double[][] m = new double[3][4];
        for (int n = 0; n < X.length; n++) {
            double[] row = {X[n][0], X[n][1], 1};
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    m[i][j] += row[i] * row[j];
                }
                m[i][3] += row[i] * Y[n][out];
            }
        }
        for (int p = 0; p < 3; p++) {
            for (int i = 0; i < 3; i++) {
                double f = i == p ? 0 : m[i][p] / m[p][p];
                for (int j = 0; j < 4; j++) {
                    m[i][j] -= f * m[p][j];
                }
            }
        }
        return IntStream.range(0, 3).mapToDouble(i -> m[i][3] / m[i][i]).toArray();
    }

    /// A curve that gradient descent needs thousands of steps for.
    @Test
    void aSineIsFittedInAFewSteps() {
        double[][] x = new double[40][1];
        double[][] y = new double[40][1];
        for (int i = 0; i < 40; i++) {
            x[i][0] = -3 + 6.0 * i / 39;
            y[i][0] = Math.sin(x[i][0]);
        }
        Network network = Nets.chain(
                Nets.input(),
                Nets.dense("dense1", 8),
                Node.of("tanh", "Tanh"),
                Nets.dense("dense2", 1),
                Node.of("loss", "MSE"));
        DataSpec curve = Nets.inline(x, y, InlineTarget.VALUES).withSplit(SplitSpec.ALL_TRAIN);
        var result = TrainingRun.run(Nets.plan(network, curve, spec(1e-3).withEpochs(60)), e -> {});
        double loss = result.last().orElseThrow().loss();
        assertTrue(loss < 1e-3, () -> "loss " + loss);
    }

    @Test
    void theLossNeverRises() {
        TrainingPlan plan = Nets.plan(linear("mean", false), data(), spec(1e-3));
        try (var session = new TrainingSession(plan, 3)) {
            double before = Double.POSITIVE_INFINITY;
            for (int e = 0; e < 5; e++) {
                session.next();
                assertTrue(session.loss() <= before);
                before = session.loss();
                session.endEpoch();
            }
        }
    }

    @Test
    void anotherLossIsRefused() {
        Network network = Nets.chain(Nets.input(), Nets.dense("dense1", 2), Node.of("loss", "CrossEntropy"));
        TrainingPlan plan = Nets.plan(network, Nets.points("moons", 20), spec(1));
        try (var session = new TrainingSession(plan, 1)) {
            UserException e = assertThrows(UserException.class, session::next);
            assertEquals("train.problem.noSquares", e.what().key());
        }
    }

    @Test
    void theTrainerSaysWhyItRefuses() throws Exception {
        Network network = Nets.chain(Nets.input(), Nets.dense("dense1", 2), Node.of("loss", "CrossEntropy"));
        try (var trainer = new Trainer(Nets.plan(network, Nets.points("moons", 20), spec(1)))) {
            trainer.send(new Command.StepBatch());
            trainer.copy().get();
            assertEquals(Snapshot.State.FAILED, trainer.latest().state());
            assertEquals("train.problem.noSquares", trainer.latest().problem().key());
        }
    }
}
