package io.netwright.step.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.data.DataSource.InlineTarget;
import io.netwright.data.SplitSpec;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.step.StateHash;
import io.netwright.step.timeline.Timeline.Watcher;
import io.netwright.train.Moment;
import io.netwright.train.Nets;
import io.netwright.train.TrainingPlan;
import io.netwright.train.TrainingRun;
import io.netwright.train.TrainingSession;
import io.netwright.train.TrainingSpec;
import io.netwright.train.schedule.ReduceOnPlateau;
import io.netwright.train.schedule.ScheduleSequence;
import io.netwright.train.schedule.ScheduleSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The source of truth is training itself: a session that goes straight on, whose states are noted down step by step.
class TimelineTest {

    private static TrainingSpec spec(int epochs, int batch) {
        return Nets.sgd(0.1)
                .withOptimizer(Nets.adam(0.01))
                .withBatchSize(batch)
                .withEpochs(epochs)
                .withSeed(3);
    }

    private static TrainingPlan dense() {
        // no validation part, and a schedule that goes by what the epochs came to
        return Nets.plan(
                Nets.classifier("Tanh", 6, 3),
                Nets.builtin("iris").withSplit(SplitSpec.ALL_TRAIN),
                spec(5, 40)
                        .withSchedule(ScheduleSequence.CONSTANT.with(
                                List.of(ScheduleSpec.of(ReduceOnPlateau.TYPE).with(ReduceOnPlateau.PATIENCE, 0)))));
    }

    private static TrainingPlan conv() {
        return Nets.plan(Nets.smallCnn(), Nets.builtin("digits"), spec(2, 160));
    }

    private static TrainingPlan batchNorm() {
        Network network = Nets.chain(
                Nets.input(),
                Nets.dense("dense1", 5),
                Node.of("bn1", "BatchNorm"),
                Nets.dense("dense2", 3),
                Node.of("loss", "CrossEntropy"));
        return Nets.plan(network, Nets.builtin("iris"), spec(4, 30));
    }

    static Stream<Arguments> plans() {
        return Stream.of(
                Arguments.of("dense", dense()),
                Arguments.of("convolution with dropout", conv()),
                Arguments.of("batch-norm", batchNorm()),
                Arguments.of("recurrent", SequencePlans.recurrent(spec(3, 8))),
                Arguments.of("attention", SequencePlans.attention(spec(3, 8))));
    }

    private static List<Long> straight(TrainingPlan plan) {
        List<Long> hashes = new ArrayList<>();
        try (TrainingSession session = new TrainingSession(plan, plan.spec().seed())) {
            hashes.add(StateHash.of(session.moment()));
            while (session.epoch() < plan.spec().epochs()) {
                session.next();
                if (session.isEpochDone()) {
                    session.endEpoch();
                }
                hashes.add(StateHash.of(session.moment()));
            }
        }
        return hashes;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plans")
    void aRandomWalkMeetsTheStatesOfTheRun(String name, TrainingPlan plan) {
        List<Long> truth = straight(plan);
        assertEquals(truth.size(), truth.stream().distinct().count(), "states differ from step to step");
        Moment start = Moment.before(plan, plan.initial(plan.spec().seed()));
        // so little memory that only two moments are kept
        try (Timeline run = new Timeline(plan, start, new double[0], 1)) {
            assertEquals(truth.size() - 1, run.last());
            Random random = new Random(name.hashCode());
            for (int i = 0; i < 14; i++) {
                int step = random.nextInt(run.last() + 1);
                assertEquals(truth.get(step), StateHash.of(at(run, step)), "step " + step);
            }
        }
    }

    private static Moment at(Timeline run, int step) {
        return run.at(step, Watcher.PATIENT).orElseThrow();
    }

    @Test
    void lossesAreThoseOfTheRunWhateverTheWayThere() {
        TrainingPlan plan = conv();
        List<Double> truth = new ArrayList<>();
        TrainingRun.run(plan, e -> {
            if (e instanceof TrainingRun.Event.Step s) {
                truth.add(s.loss());
            }
        });
        try (Timeline run = new Timeline(plan)) {
            for (int step : new int[] {4, 2, 9, 1, run.last()}) {
                at(run, step);
            }
            assertEquals(run.last(), run.known());
            for (int i = 0; i < run.last(); i++) {
                assertEquals(truth.get(i), run.loss(i), "step " + i);
            }
        }
    }

    @Test
    void keptMomentsStayWithinTheirLimit() {
        TrainingPlan plan = dense();
        Moment start = Moment.before(plan, plan.initial(3));
        // 3 × (4·6+6 + 6·6+6 + 6·3+3) numbers of 8 bytes: weights and both moments of Adam
        long each = 3 * (30 + 42 + 21) * 8;
        try (Timeline run = new Timeline(plan, start, new double[0], 5 * each)) {
            at(run, run.last());
            assertTrue(run.bytes() <= 5 * each, () -> run.bytes() + " of " + 5 * each);
            assertTrue(run.bytes() >= 3 * each, () -> run.bytes() + " of " + 5 * each);
        }
    }

    @Test
    void whoeverWatchesCanEndIt() {
        try (Timeline run = new Timeline(dense())) {
            assertEquals(Optional.empty(), run.at(run.last(), step -> step < 4));
            assertEquals(4, run.known());
            assertEquals(6, at(run, 6).step());
        }
    }

    @Test
    void aRunThatDivergesEndsThere() {
        // a straight line whose steps are far too large: the error grows about ten-thousandfold with each
        TrainingPlan plan = Nets.plan(
                Nets.chain(Nets.input(), Nets.dense("dense1", 1), Node.of("loss", "MSE")),
                Nets.inline(new double[][] {{10}, {20}}, new double[][] {{1}, {2}}, InlineTarget.VALUES)
                        .withSplit(SplitSpec.ALL_TRAIN),
                Nets.sgd(10).withBatchSize(1).withEpochs(200));
        try (Timeline run = new Timeline(plan)) {
            int planned = run.last();
            Moment end = at(run, planned);
            assertTrue(run.last() < planned);
            assertEquals(run.last(), end.step());
            assertTrue(run.divergence().isPresent());
            assertEquals(run.last(), run.known());
        }
    }

    @Test
    void aForkWithTheSameRateIsTheSameFuture() {
        TrainingPlan plan = conv();
        try (Timeline run = new Timeline(plan)) {
            Fork same = fork(run, new Change.LearningRate(0.01));
            assertEquals(5, same.step());
            for (double d : same.difference()) {
                assertEquals(0, d);
            }
            Fork other = fork(run, new Change.LearningRate(0.02));
            double[] d = other.difference();
            assertEquals(9, d.length);
            assertEquals(0, d[0]);
            assertNotEquals(0, d[1]);
            for (int i = 0; i <= 5; i++) {
                assertEquals(other.loss()[i], other.otherLoss()[i], "the step where they part still has the same loss");
            }
            assertNotEquals(other.loss()[6], other.otherLoss()[6]);
        }
    }

    private static Fork fork(Timeline run, Change change) {
        return Fork.of(run, 5, 8, change, "dense1.weight", 2, Watcher.PATIENT).orElseThrow();
    }

    @Test
    void aForkThatMovesAWeightBeginsWithIt() {
        try (Timeline run = new Timeline(dense())) {
            double was =
                    at(run, 5).parameters().find("dense1.weight").orElseThrow().get(2);
            Fork fork = fork(run, new Change.Weight("dense1.weight", 2, was + 0.5));
            assertEquals(was, fork.weight()[0]);
            assertEquals(0.5, fork.difference()[0], 1e-15);
            assertNotEquals(fork.loss()[5], fork.otherLoss()[5]);
            assertEquals(
                    was,
                    at(run, 5).parameters().find("dense1.weight").orElseThrow().get(2),
                    "the run is as it was");
        }
    }

    @Test
    void aForkWithAnotherLabelDiffersOnceTheSampleIsMet() {
        try (Timeline run = new Timeline(dense())) {
            int sample = run.plan().data().split().of(io.netwright.data.Part.TRAIN)[0];
            int is = run.plan().data().prepared().target().classOf(sample);
            Fork same = fork(run, new Change.Label(sample, is));
            Fork other = fork(run, new Change.Label(sample, (is + 1) % 3));
            for (double d : same.difference()) {
                assertEquals(0, d);
            }
            assertNotEquals(0, other.difference()[8]);
        }
    }
}
