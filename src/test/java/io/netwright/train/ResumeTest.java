package io.netwright.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.data.Part;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.tensor.Precision;
import io.netwright.train.Snapshot.State;
import io.netwright.train.optimizer.OptimizerSpec;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A run that is continued from one of its moments ends as one that was never interrupted, bit by bit; and runs hold
/// where they are told to.
class ResumeTest {

    private static final TrainingSpec SPEC =
            TrainingSpec.DEFAULT.withOptimizer(Nets.adam(0.01)).withEpochs(4).withBatchSize(32);

    /// With dropout, batch-norm and an order of its own for each epoch: all that could go wrong.
    private static TrainingPlan plan(TrainingSpec spec) {
        return Nets.plan(
                Nets.chain(
                        Nets.input(),
                        Nets.dense("dense1", 16),
                        Node.of("bn1", "BatchNorm"),
                        Node.of("act1", "ReLU"),
                        Node.of("drop", "Dropout").with("rate", PropValue.of(0.2)),
                        Nets.dense("dense2", 3),
                        Node.of("loss", "CrossEntropy")),
                Nets.builtin("iris"),
                spec);
    }

    private static void run(TrainingSession session, long toStep, int toEpoch) {
        while (session.step() < toStep && session.epoch() < toEpoch) {
            session.next();
            if (session.isEpochDone()) {
                session.endEpoch();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3, 7, 11})
    void resumedAtAnyStepItEndsWithTheSameBits(long at) {
        for (Precision precision : Precision.values()) {
            TrainingPlan plan = plan(SPEC.withPrecision(precision));
            try (var whole = new TrainingSession(plan, 7);
                    var first = new TrainingSession(plan, 7)) {
                run(whole, Long.MAX_VALUE, 4);
                run(first, at, 4);
                try (var second = new TrainingSession(plan, first.moment())) {
                    assertEquals(at, second.step());
                    run(second, Long.MAX_VALUE, 4);
                    assertEquals(whole.step(), second.step());
                    whole.parameters()
                            .all()
                            .forEach((name, t) -> assertArrayEquals(
                                    t.toArray(),
                                    second.parameters().find(name).orElseThrow().toArray(),
                                    name));
                    whole.optimizer()
                            .tensors()
                            .forEach((name, t) -> assertArrayEquals(
                                    t.toArray(),
                                    second.optimizer().tensors().get(name).toArray(),
                                    name));
                }
            }
        }
    }

    private static Snapshot await(Trainer trainer, Predicate<Snapshot> condition, Command... commands)
            throws Exception {
        var found = new CompletableFuture<Snapshot>();
        try (var subscription = trainer.listen(s -> {
            if (condition.test(s)) {
                found.complete(s);
            }
        })) {
            for (Command c : commands) {
                trainer.send(c);
            }
            return found.get(50, TimeUnit.SECONDS);
        }
    }

    private static boolean holds(Snapshot s) {
        return s.step() > 0 && !s.state().isRunning();
    }

    @Test
    void aRunHoldsAtTheStepThatWasAskedForAndGoesOn() throws Exception {
        try (var trainer = new Trainer(plan(SPEC))) {
            Snapshot held = await(
                    trainer, ResumeTest::holds, new Command.StopWhen(new StopRule(5, 0, 0, 0)), new Command.Start());
            assertEquals(State.PAUSED, held.state());
            assertEquals(5, held.step());
            assertEquals("train.stop.step", held.problem().key());
            Snapshot end = await(trainer, s -> s.state() == State.FINISHED, new Command.Start());
            assertEquals(4, end.epoch());
        }
    }

    @Test
    void aRunHoldsWhereAnUpdateIsTooLarge() throws Exception {
        TrainingSpec fast = SPEC.withOptimizer(OptimizerSpec.of("SGD").with("learningRate", PropValue.of(30.0)));
        try (var trainer = new Trainer(plan(fast))) {
            Snapshot held = await(
                    trainer, ResumeTest::holds, new Command.StopWhen(new StopRule(0, 0, 0.5, 0)), new Command.Start());
            assertEquals(State.PAUSED, held.state());
            assertEquals("train.stop.ratio", held.problem().key());
        }
    }

    @Test
    void aRunStopsEarlyAndGoesBackToItsBestEpoch() throws Exception {
        TrainingSpec long500 = SPEC.withEpochs(500);
        try (var trainer = new Trainer(plan(long500))) {
            Snapshot held = await(
                    trainer, ResumeTest::holds, new Command.StopWhen(new StopRule(0, 0, 0, 3)), new Command.Start());
            assertEquals("train.stop.patience", held.problem().key());
            assertTrue(held.epoch() < 500);
            var losses = trainer.history().epochs(0).stream()
                    .map(EpochReport::judgedBy)
                    .toList();
            double best = losses.stream().mapToDouble(d -> d).min().orElseThrow();
            int at = losses.indexOf(best) + 1;
            assertEquals(held.epoch(), at + 3, "three epochs without a better one");
            Snapshot back = await(trainer, s -> s.epoch() == at, new Command.BackToBest());
            assertEquals(State.PAUSED, back.state());
            // judged again, the weights are those of the best epoch
            var weights = trainer.copy().get();
            double loss = new Evaluator(trainer.plan(), weights)
                    .evaluate(Part.VALIDATION)
                    .loss();
            assertEquals(best, loss, 0);
        }
    }
}
