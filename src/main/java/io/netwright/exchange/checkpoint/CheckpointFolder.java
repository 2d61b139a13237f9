package io.netwright.exchange.checkpoint;

import io.netwright.exchange.FileProblem;
import io.netwright.train.Keeper;
import io.netwright.train.LossHistory;
import io.netwright.train.Moment;
import io.netwright.train.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a project's folder keeps the last and the best moment of its run.
///
/// @param folder of the project
public record CheckpointFolder(Path folder) {

    /// The folder in that of the project.
    public static final String NAME = "checkpoints";

    /// @return the file of a moment, whether it is there or not
    public Path file(Keeper.Which which) {
        return folder.resolve(NAME).resolve(which.key() + ".safetensors");
    }

    /// @return whether there is one
    public boolean has(Keeper.Which which) {
        return Files.isRegularFile(file(which));
    }

    /// Replaces the file of a moment as a whole or not at all.
    ///
    /// @param plan of the run
    /// @throws io.netwright.text.UserException where it cannot be written; an existing one is then as it was
    public void save(Keeper.Which which, TrainingPlan plan, Moment moment, LossHistory history) {
        Path file = file(which);
        try {
            // not the project's folder, too: where that is gone, a person has thrown it away
            if (!Files.isDirectory(folder.resolve(NAME))) {
                Files.createDirectory(folder.resolve(NAME));
            }
        } catch (IOException e) {
            throw FileProblem.writing(file, e);
        }
        CheckpointFile.save(file, plan, moment, history);
    }

    /// @return keeps the moments of a run here, on the thread that trains
    public Keeper keeper(TrainingPlan plan) {
        return (which, moment, history) -> save(which, plan, moment, history);
    }
}
