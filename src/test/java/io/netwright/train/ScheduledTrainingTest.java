package io.netwright.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.netwright.data.DataSource.InlineTarget;
import io.netwright.data.DataSpec;
import io.netwright.data.SplitSpec;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.train.optimizer.Clipping;
import io.netwright.train.optimizer.LevenbergMarquardt;
import io.netwright.train.optimizer.OptimizerRegistry;
import io.netwright.train.optimizer.OptimizerSpec;
import io.netwright.train.schedule.ReduceOnPlateau;
import io.netwright.train.schedule.ScheduleSequence;
import io.netwright.train.schedule.ScheduleSpec;
import io.netwright.train.schedule.StepDecay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Optimizers, schedules and what is around them in a whole run.
class ScheduledTrainingTest {

    /// Levenberg-Marquardt is none for classes.
    static final List<String> optimizers = OptimizerRegistry.STANDARD.types().stream()
            .filter(type -> !type.equals(LevenbergMarquardt.TYPE))
            .toList();

    private static final DataSpec FOUR = Nets.inline(
                    new double[][] {{1, 0}, {0, 2}, {3, 1}, {-1, 1}},
                    new double[][] {{1}, {-1}, {2}, {0}},
                    InlineTarget.VALUES)
            .withSplit(SplitSpec.ALL_TRAIN);

    private static Network line() {
        return Nets.chain(Nets.input(), Nets.dense("dense1", 1), Node.of("loss", "MSE"));
    }

    private static ScheduleSequence halving(int every, ScheduleSequence.Unit unit) {
        ScheduleSpec spec =
                ScheduleSpec.of(StepDecay.TYPE).with(StepDecay.EVERY, every).with(StepDecay.GAMMA, 0.5);
        return new ScheduleSequence(List.of(spec), unit);
    }

    private static List<Double> rates(TrainingSession session, int epochs) {
        List<Double> rates = new ArrayList<>();
        for (int e = 0; e < epochs; e++) {
            while (!session.isEpochDone()) {
                rates.add(session.optimizer().learningRate());
                session.next();
            }
            assertEquals(rates.getLast(), session.endEpoch().learningRate());
        }
        return rates;
    }

    @Test
    void epochsAndStepsAreCounted() {
        TrainingSpec spec = Nets.sgd(0.4).withBatchSize(2);
        try (var byEpoch = session(spec.withSchedule(halving(1, ScheduleSequence.Unit.EPOCH)));
                var byStep = session(spec.withSchedule(halving(3, ScheduleSequence.Unit.STEP)))) {
            assertEquals(List.of(0.4, 0.4, 0.2, 0.2, 0.1, 0.1), rates(byEpoch, 3));
            assertEquals(List.of(0.4, 0.4, 0.4, 0.2, 0.2, 0.2), rates(byStep, 3));
            byStep.learningRate(1);
            assertEquals(0.25, byStep.optimizer().learningRate(), "a new rate is scheduled as the old one was");
            assertEquals(0.25, byStep.moment().optimizer().learningRate());
        }
    }

    @Test
    void aPlateauIsSeenInTheTrainingLossWhereNothingElseIsThere() {
        ScheduleSpec watching = ScheduleSpec.of(ReduceOnPlateau.TYPE)
                .with(ReduceOnPlateau.PATIENCE, 0)
                .with(ReduceOnPlateau.FACTOR, 0.5);
        // with a learning rate of 0 the loss stays as it is, so every epoch after the first is one too many
        TrainingSpec spec = Nets.sgd(0).withSchedule(ScheduleSequence.CONSTANT.with(List.of(watching)));
        try (var session = session(spec)) {
            rates(session, 3);
            session.learningRate(1);
            assertEquals(0.25, session.optimizer().learningRate());
        }
    }

    @Test
    void averagedWeightsAreTheResultAndTheNextStepGoesOnFromTheOthers() {
        TrainingSpec plain = Nets.sgd(0.1).withBatchSize(2).withEpochs(2);
        TrainingSpec averaged = plain.withUpdate(plain.update().withEmaDecay(0.5));
        double[] last = weight(TrainingRun.run(plan(plain), e -> {}));
        double[] mean = weight(TrainingRun.run(plan(averaged), e -> {}));
        assertFalse(Arrays.equals(last, mean));
        try (var session = session(averaged)) {
            double[] expected =
                    session.parameters().trainable().get("dense1.weight").toArray();
            for (int step = 0; step < 4; step++) {
                session.next();
                double[] w =
                        session.parameters().trainable().get("dense1.weight").toArray();
                for (int i = 0; i < w.length; i++) {
                    expected[i] = 0.5 * expected[i] + 0.5 * w[i];
                }
                if (session.isEpochDone()) {
                    session.endEpoch();
                }
            }
            assertArrayEquals(
                    last, session.parameters().trainable().get("dense1.weight").toArray());
            assertArrayEquals(expected, mean, 1e-15);
        }
    }

    /// The update is shared between threads without changing a bit, and so is clipping.
    @ParameterizedTest
    @FieldSource("optimizers")
    void theSameSettingsGiveTheSameBits(String optimizer) {
        TrainingSpec base = TrainingSpec.DEFAULT.withBatchSize(400).withEpochs(2);
        TrainingSpec spec = base.withUpdate(base.update()
                .withOptimizer(OptimizerSpec.of(optimizer))
                .withClipping(new Clipping(0.5, 0.1))
                .withEmaDecay(0.9));
        double[] first = digits(spec.withThreads(2));
        assertArrayEquals(first, digits(spec.withThreads(2)));
        assertFalse(Arrays.equals(first, digits(spec.withThreads(2).withSeed(3))));
    }

    private static double[] digits(TrainingSpec spec) {
        Network network = Nets.chain(
                Nets.input(),
                Node.of("flat", "Flatten"),
                Nets.dense("dense1", 64),
                Node.of("relu", "ReLU"),
                Nets.dense("dense2", 10),
                Node.of("loss", "CrossEntropy"));
        TrainingPlan plan = Nets.plan(network, Nets.builtin("digits"), spec);
        return weightOf(TrainingRun.run(plan, e -> {}), "dense2.weight");
    }

    private static double[] weight(TrainingRun.Result result) {
        return weightOf(result, "dense1.weight");
    }

    private static double[] weightOf(TrainingRun.Result result, String name) {
        return result.parameters().trainable().get(name).toArray();
    }

    private static TrainingPlan plan(TrainingSpec spec) {
        return Nets.plan(line(), FOUR, spec);
    }

    private static TrainingSession session(TrainingSpec spec) {
        return new TrainingSession(plan(spec), spec.seed());
    }
}
