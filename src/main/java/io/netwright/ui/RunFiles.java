package io.netwright.ui;

import io.netwright.exchange.checkpoint.CheckpointFile;
import io.netwright.exchange.checkpoint.CheckpointFolder;
import io.netwright.exchange.safetensors.WeightsFile;
import io.netwright.layer.LayerRegistry;
import io.netwright.program.Parameters;
import io.netwright.project.ProjectFile;
import io.netwright.text.UserException;
import io.netwright.train.Command;
import io.netwright.train.Keeper;
import io.netwright.train.LossHistory;
import io.netwright.train.Moment;
import io.netwright.train.Trainer;
import io.netwright.train.TrainingPlan;
import io.netwright.ui.RunMaking.Made;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What lies of a run in its project's folder: weights, which a person saves, and checkpoints, which save themselves.
final class RunFiles {

    private final Executor background;
    private final Executor ui;

    RunFiles(Executor background, Executor ui) {
        this.background = background;
        this.ui = ui;
    }

    /// A run with the weights of a folder; not for the JavaFX thread.
    ///
    /// @return null where there are none
    /// @throws UserException where they do not fit
    static @Nullable Made weights(RunBasis now, LayerRegistry layers, Path folder) {
        Path file = folder.resolve(ProjectFile.WEIGHTS);
        if (!Files.exists(file)) {
            return null;
        }
        TrainingPlan plan = now.plan(layers);
        Parameters trained = WeightsFile.load(file, plan.training(), plan.spec().precision());
        return new Made(now, new Trainer(plan), new Command.Load(trained), null);
    }

    /// A run that goes on from a checkpoint of a folder; not for the JavaFX thread.
    ///
    /// @throws UserException where there is none or it does not fit
    static Made checkpoint(RunBasis now, LayerRegistry layers, Path folder) {
        TrainingPlan plan = now.plan(layers);
        CheckpointFile.Saved saved = CheckpointFile.load(new CheckpointFolder(folder).file(Keeper.Which.LAST), plan);
        return new Made(now, new Trainer(plan, saved.moment(), saved.history()), new Command.Pause(), null);
    }

    /// Writes the weights of a run into a folder.
    ///
    /// @return completes with the step that they are of; fails with a [UserException] where they cannot be written
    CompletableFuture<Long> saveWeights(Trainer run, Path folder) {
        return run.moment()
                .thenApplyAsync(
                        moment -> {
                            WeightsFile.save(folder.resolve(ProjectFile.WEIGHTS), moment.parameters());
                            return moment.step();
                        },
                        background);
    }

    /// Looks whether there is a run in a folder to go on with.
    ///
    /// @param found hears of its place, on the JavaFX thread; null where there is none that can be read
    void look(Path folder, Consumer<CheckpointFile.@Nullable Place> found) {
        Path file = new CheckpointFolder(folder).file(Keeper.Which.LAST);
        background.execute(() -> {
            CheckpointFile.Place place = Files.isRegularFile(file) ? placeOf(file) : null;
            ui.execute(() -> found.accept(place));
        });
    }

    private static CheckpointFile.@Nullable Place placeOf(Path file) {
        try {
            return CheckpointFile.place(file);
        } catch (UserException e) {
            // nobody has asked for it yet; the next run replaces it
            return null;
        }
    }

    /// @param refused hears, on the JavaFX thread, why a moment could not be written
    /// @return keeps the moments of a run in a folder, in the background; nothing where the folder is not there
    Keeper keeper(Path folder, TrainingPlan plan, Consumer<UserException> refused) {
        return new Writing(new CheckpointFolder(folder), plan, refused);
    }

    /// Writes one moment at a time; of those that come meanwhile, the latest of each kind.
    private final class Writing implements Keeper {

        private record Kept(Moment moment, LossHistory history) {}

        private final CheckpointFolder checkpoints;
        private final TrainingPlan plan;
        private final Consumer<UserException> refused;
        private final Map<Which, Kept> waiting = new EnumMap<>(Which.class);
        private boolean writing;

        Writing(CheckpointFolder checkpoints, TrainingPlan plan, Consumer<UserException> refused) {
            this.checkpoints = checkpoints;
            this.plan = plan;
            this.refused = refused;
        }

        @Override
        public synchronized void keep(Which which, Moment moment, LossHistory history) {
            waiting.put(which, new Kept(moment, history));
            if (!writing) {
                writing = true;
                background.execute(this::write);
            }
        }

        private synchronized Map.@Nullable Entry<Which, Kept> next() {
            var all = waiting.entrySet().iterator();
            if (!all.hasNext()) {
                writing = false;
                return null;
            }
            var first = all.next();
            var taken = Map.entry(first.getKey(), first.getValue());
            all.remove();
            return taken;
        }

        private void write() {
            for (var e = next(); e != null; e = next()) {
                if (!Files.isDirectory(checkpoints.folder())) {
                    continue;
                }
                try {
                    checkpoints.save(
                            e.getKey(),
                            plan,
                            e.getValue().moment(),
                            e.getValue().history());
                } catch (UserException why) {
                    ui.execute(() -> refused.accept(why));
                }
            }
        }
    }
}
