package io.netwright.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.program.Parameters;
import io.netwright.tensor.Precision;
import io.netwright.train.Snapshot.State;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TrainerTest {

    private static final TrainingSpec SPEC =
            TrainingSpec.DEFAULT.withThreads(1).withEpochs(5).withBatchSize(20).withOptimizer(Nets.adam(0.01));

    private static TrainingPlan plan(TrainingSpec spec) {
        return Nets.plan(Nets.classifier("Tanh", 8, 3), Nets.builtin("iris"), spec);
    }

    /// Waits for a snapshot; whoever subscribes first cannot miss it.
    private static Snapshot await(Trainer trainer, Predicate<Snapshot> condition, Command... commands)
            throws Exception {
        var found = new CompletableFuture<Snapshot>();
        try (var subscription = trainer.listen(s -> {
            if (condition.test(s)) {
                found.complete(s);
            }
        })) {
            for (Command command : commands) {
                trainer.send(command);
            }
            return found.get(50, TimeUnit.SECONDS);
        }
    }

    @Test
    void trainsAsTheSynchronousRunDoes() throws Exception {
        TrainingRun.Result expected = TrainingRun.run(plan(SPEC), e -> {});
        try (var trainer = new Trainer(plan(SPEC))) {
            assertEquals(State.READY, trainer.latest().state());
            assertTrue(Double.isNaN(trainer.latest().loss()));
            Snapshot end = await(trainer, s -> s.state() == State.FINISHED, new Command.Start());
            assertEquals(5, end.epoch());
            assertEquals(expected.steps(), end.step());
            assertEquals(1, end.progress());
            assertEquals(expected.last().orElseThrow().loss(), lastEpoch(end).loss());
            assertSame(expected.parameters(), trainer.copy().get());

            LossHistory history = trainer.history();
            assertEquals(end.step(), history.steps());
            assertEquals(5, history.epochs(0).size());
            assertEquals(end.loss(), history.loss(history.steps() - 1), 1e-6);
        }
    }

    @Test
    void pausesAndGoesOnWithoutATrace() throws Exception {
        // enough of them for the pause to come in between
        int epochs = 4_000;
        TrainingRun.Result expected = TrainingRun.run(plan(SPEC.withEpochs(epochs)), e -> {});
        try (var trainer = new Trainer(plan(SPEC.withEpochs(epochs)))) {
            await(trainer, s -> s.step() > 10, new Command.Start());
            Snapshot paused = await(trainer, s -> s.state() == State.PAUSED, new Command.Pause());
            assertNull(paused.timeLeft());
            assertEquals(paused.step(), trainer.history().steps());
            Snapshot end = await(trainer, s -> s.state() == State.FINISHED, new Command.Start());
            assertEquals(epochs, end.epoch());
            assertSame(expected.parameters(), trainer.copy().get());
        }
    }

    @Test
    void stepsABatchAndAnEpoch() throws Exception {
        try (var trainer = new Trainer(plan(SPEC))) {
            Snapshot one = await(trainer, s -> s.state() == State.PAUSED, new Command.StepBatch());
            assertEquals(1, one.step());
            assertEquals(1, one.batch());
            Snapshot epoch = await(trainer, s -> s.state() == State.PAUSED && s.epoch() == 1, new Command.StepEpoch());
            assertEquals(epoch.batchesPerEpoch(), epoch.step());
            assertEquals(1, lastEpoch(epoch).epoch());
            for (int i = 0; i < epoch.batchesPerEpoch(); i++) {
                trainer.send(new Command.StepBatch());
            }
            trainer.copy().get();
            assertEquals(2, trainer.latest().epoch(), "single batches complete an epoch too");
        }
    }

    @Test
    void handsOutWhatDeterminesTheNextStep() throws Exception {
        try (var trainer = new Trainer(plan(SPEC))) {
            await(trainer, s -> s.state() == State.PAUSED, new Command.StepBatch());
            Moment moment = trainer.moment().get();
            assertEquals(1, moment.step());
            assertEquals(1, moment.batch());
            assertEquals(1, moment.optimizer().steps());
            assertSame(moment.parameters(), trainer.copy().get());
            await(trainer, s -> s.step() == 2, new Command.StepBatch());
            assertEquals(1, moment.optimizer().steps(), "it has tensors of its own");
        }
    }

    @Test
    void stopsResetsAndGoesBeyondTheEnd() throws Exception {
        try (var trainer = new Trainer(plan(SPEC))) {
            Parameters fresh = trainer.copy().get();
            Snapshot end = await(trainer, s -> s.state() == State.FINISHED, new Command.Start());
            assertEquals(5, end.epochs());
            Snapshot more = await(trainer, s -> s.state() == State.FINISHED && s.epoch() > 5, new Command.Start());
            assertEquals(10, more.epoch());
            Snapshot stopped =
                    await(trainer, s -> s.state() == State.STOPPED, new Command.StepBatch(), new Command.Stop());
            assertEquals(10, stopped.epoch());
            LossHistory old = trainer.history();
            Snapshot reset = await(trainer, s -> s.state() == State.READY, new Command.Reset(1));
            assertEquals(0, reset.step());
            assertNull(reset.lastEpoch());
            assertEquals(0, trainer.history().steps());
            assertTrue(old.steps() > 0, "who still reads the old history keeps it");
            assertSame(fresh, trainer.copy().get());
            await(trainer, s -> s.seed() == 2, new Command.Reset(2));
            assertTrue(
                    !java.util.Arrays.equals(first(fresh), first(trainer.copy().get())));
        }
    }

    @Test
    void theLearningRateCanBeChangedOnTheWay() throws Exception {
        try (var trainer = new Trainer(plan(SPEC))) {
            trainer.send(new Command.StepBatch());
            Parameters before = trainer.copy().get();
            Snapshot s = await(trainer, t -> t.step() == 2, new Command.SetLearningRate(0), new Command.StepBatch());
            assertEquals(0, s.learningRate());
            assertSame(before, trainer.copy().get());
        }
    }

    @Test
    void whoWatchesSeesTheParameters() throws Exception {
        try (var trainer = new Trainer(plan(SPEC))) {
            trainer.send(new Command.StepBatch());
            trainer.copy().get();
            assertNull(trainer.latest().statistics(), "nobody watches");
            Parameters before = trainer.copy().get();
            try (var watching = trainer.watch(new Watch(Set.of("dense1.weight"), Duration.ZERO, 10))) {
                trainer.send(new Command.StepBatch());
                Parameters after = trainer.copy().get();
                Statistics seen = trainer.latest().statistics();
                assertNotNull(seen);
                assertEquals(2, seen.step());
                assertEquals(
                        List.of("dense1.weight"), List.copyOf(seen.parameters().keySet()));
                Statistics.OfParameter p = seen.parameters().get("dense1.weight");
                assertEquals("dense1", p.node());
                double[] old = first(before);
                double[] now = first(after);
                double change = 0;
                double norm = 0;
                double square = 0;
                for (int i = 0; i < old.length; i++) {
                    change += (now[i] - old[i]) * (now[i] - old[i]);
                    norm += old[i] * old[i];
                    square += now[i] * now[i];
                }
                assertEquals(Math.sqrt(change / norm), p.updateRatio(), 1e-6);
                assertEquals(Math.sqrt(square), p.weights().norm(), 1e-5);
                assertEquals(
                        old.length,
                        java.util.Arrays.stream(p.weights().counts()).sum());
                assertEquals(10, p.gradients().bins());
            }
            trainer.send(new Command.StepBatch());
            trainer.copy().get();
            assertEquals(2, trainer.latest().statistics().step(), "the last look stays, no new one is taken");
        }
    }

    @Test
    void whatIsSeenLastIsOfTheLastStep() throws Exception {
        try (var trainer = new Trainer(plan(SPEC));
                var watching = trainer.watch(new Watch(Set.of(), Duration.ofHours(1), 10))) {
            Snapshot end = await(trainer, s -> s.state() == State.FINISHED, new Command.Start());
            assertEquals(end.step(), end.statistics().step(), "however seldom somebody wants to look");
            Snapshot one = await(trainer, s -> s.step() == end.step() + 1, new Command.StepBatch());
            assertEquals(one.step(), one.statistics().step());
        }
    }

    @Test
    void aRunThatDivergesHoldsAndSaysWhere() throws Exception {
        TrainingSpec spec = SPEC.withOptimizer(Nets.sgd(1000).optimizer()).withPrecision(Precision.FLOAT32);
        var linear = Nets.chain(Nets.input(), Nets.dense("dense1", 1), io.netwright.network.Node.of("loss", "MSE"));
        try (var trainer = new Trainer(Nets.plan(linear, Nets.points("regression-plane", 50), spec))) {
            Snapshot s = await(trainer, t -> t.state() == State.DIVERGED, new Command.Start());
            assertNotNull(s.problem());
            assertNotNull(s.divergence());
            assertEquals(s.step() + 1, s.divergence().step());
            trainer.copy()
                    .get()
                    .all()
                    .forEach((name, t) ->
                            assertTrue(java.util.Arrays.stream(t.toArray()).allMatch(Double::isFinite), name));
            Snapshot reset = await(trainer, t -> t.state() == State.READY, new Command.Reset(1));
            assertNull(reset.problem());
        }
    }

    @Test
    void aClosedTrainerEndsItsThreadAndCancelsWhatIsAsked() {
        var trainer = new Trainer(plan(SPEC.withEpochs(1_000_000)));
        trainer.send(new Command.Start());
        trainer.close();
        assertTrue(trainer.copy().isCancelled());
    }

    @Test
    void weightsCanBeLoaded() throws Exception {
        Parameters other = plan(SPEC).initial(77);
        try (var trainer = new Trainer(plan(SPEC))) {
            trainer.send(new Command.Load(other));
            assertSame(other, trainer.copy().get());
            assertEquals(State.READY, trainer.latest().state());
        }
    }

    private static EpochReport lastEpoch(Snapshot s) {
        EpochReport report = s.lastEpoch();
        assertNotNull(report);
        return report;
    }

    private static double[] first(Parameters p) {
        return p.trainable().get("dense1.weight").toArray();
    }

    private static void assertSame(Parameters expected, Parameters actual) {
        expected.all()
                .forEach((name, t) ->
                        assertArrayEquals(t.toArray(), actual.all().get(name).toArray(), 0.0, name));
    }
}
