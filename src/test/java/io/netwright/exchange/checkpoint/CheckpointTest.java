package io.netwright.exchange.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.data.DataSpec;
import io.netwright.data.load.DataLoader;
import io.netwright.layer.LayerRegistry;
import io.netwright.project.Project;
import io.netwright.project.ProjectFile;
import io.netwright.tensor.Precision;
import io.netwright.text.UserException;
import io.netwright.train.Keeper;
import io.netwright.train.LossHistory;
import io.netwright.train.TrainingPlan;
import io.netwright.train.TrainingRun;
import io.netwright.train.TrainingSession;
import io.netwright.train.TrainingSpec;
import io.netwright.train.optimizer.OptimizerRegistry;
import io.netwright.train.optimizer.OptimizerSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A run that goes on from a file, with nothing else left of it, ends as one that was never interrupted, bit by bit.
class CheckpointTest {

    private static final int EPOCHS = 4;

    @TempDir
    Path folder;

    private static TrainingPlan plan(TrainingSpec spec) {
        Path iris = Path.of("sample-projects/iris");
        Project project = new ProjectFile(LayerRegistry.STANDARD).load(iris);
        DataSpec data = Objects.requireNonNull(project.data());
        return TrainingPlan.of(project.network(), LayerRegistry.STANDARD, DataLoader.load(data, iris), spec);
    }

    private static TrainingSpec spec(String optimizer) {
        return TrainingSpec.DEFAULT
                .withOptimizer(OptimizerSpec.of(optimizer))
                .withEpochs(EPOCHS)
                .withBatchSize(32);
    }

    static Stream<String> optimizers() {
        // Levenberg and Marquardt's needs numbers as answers
        return OptimizerRegistry.STANDARD.types().stream().filter(t -> !t.startsWith("Levenberg"));
    }

    private static void run(TrainingSession session, long toStep) {
        while (session.step() < toStep && session.epoch() < EPOCHS) {
            session.next();
            if (session.isEpochDone()) {
                session.endEpoch();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void whatGoesOnFromAFileEndsWithTheSameBits(String optimizer) {
        for (Precision precision : Precision.values()) {
            TrainingSpec spec = spec(optimizer).withPrecision(precision);
            Path file = folder.resolve(optimizer + precision.text() + ".safetensors");
            try (var whole = new TrainingSession(plan(spec), 7);
                    var first = new TrainingSession(plan(spec), 7)) {
                run(whole, Long.MAX_VALUE);
                run(first, 6);
                CheckpointFile.save(file, first.plan(), first.moment(), new LossHistory());
                assertEquals(new CheckpointFile.Place(6, first.epoch()), CheckpointFile.place(file));
                TrainingPlan again = plan(spec);
                try (var second = new TrainingSession(
                        again, CheckpointFile.load(file, again).moment())) {
                    run(second, Long.MAX_VALUE);
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

    @Test
    void aRunKeepsItsLastAndItsBestMomentWithTheLossesUpToThere() {
        TrainingPlan plan = plan(spec("Adam"));
        CheckpointFolder checkpoints = new CheckpointFolder(folder);
        List<Double> losses = new java.util.ArrayList<>();
        List<Double> judged = new java.util.ArrayList<>();
        TrainingRun.run(
                plan,
                plan.initial(1),
                event -> {
                    switch (event) {
                        case TrainingRun.Event.Step s -> losses.add(s.loss());
                        case TrainingRun.Event.Epoch(var report) -> judged.add(report.judgedBy());
                    }
                },
                checkpoints.keeper(plan));
        CheckpointFile.Saved last = CheckpointFile.load(checkpoints.file(Keeper.Which.LAST), plan);
        assertEquals(EPOCHS, last.moment().epoch());
        assertEquals(losses.size(), last.history().steps());
        for (int i = 0; i < losses.size(); i++) {
            assertEquals((float) (double) losses.get(i), last.history().loss(i));
        }
        assertEquals(
                judged, last.history().epochs(0).stream().map(r -> r.judgedBy()).toList());
        int best = judged.indexOf(judged.stream().min(Double::compare).orElseThrow());
        assertEquals(
                best + 1,
                CheckpointFile.load(checkpoints.file(Keeper.Which.BEST), plan)
                        .moment()
                        .epoch());
    }

    @Test
    void aCheckpointOfOtherBatchesIsRefusedAndSaysWhichSettingItIs() {
        TrainingPlan plan = plan(spec("Adam"));
        Path file = folder.resolve("x.safetensors");
        try (var session = new TrainingSession(plan, 1)) {
            CheckpointFile.save(file, plan, session.moment(), new LossHistory());
        }
        TrainingPlan other = plan(spec("Adam").withBatchSize(16));
        UserException e = assertThrows(UserException.class, () -> CheckpointFile.load(file, other));
        assertTrue(e.where().place().endsWith("batchSize"), e.where().place());
        TrainingPlan otherOptimizer = plan(spec("SGD"));
        assertThrows(UserException.class, () -> CheckpointFile.load(file, otherOptimizer));
    }

    @Test
    void weightsAreNoCheckpoint() throws Exception {
        Path file = folder.resolve("weights.safetensors");
        TrainingPlan plan = plan(spec("Adam"));
        io.netwright.exchange.safetensors.WeightsFile.save(file, plan.initial(1));
        assertThrows(UserException.class, () -> CheckpointFile.load(file, plan));
        Files.write(file, new byte[] {1, 2, 3});
        assertThrows(UserException.class, () -> CheckpointFile.place(file));
    }
}
