package io.netwright.cli;

import io.netwright.data.LoadedData;
import io.netwright.data.load.DataLoader;
import io.netwright.exchange.safetensors.WeightsFile;
import io.netwright.layer.LayerRegistry;
import io.netwright.program.Parameters;
import io.netwright.project.Project;
import io.netwright.project.ProjectFile;
import io.netwright.tensor.Precision;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.train.TrainingPlan;
import io.netwright.train.TrainingSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// The project that a command is about, and what follows from it.
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ProjectOption {

    @CommandLine.Parameters(paramLabel = "PROJECT", descriptionKey = "PROJECT")
    private Path path;

    private @Nullable Project loaded;

    Path path() {
        return path;
    }

    /// @return the folder of the project
    Path folder() {
        return ProjectFile.folder(path);
    }

    /// @return the project, read once
    /// @throws UserException where it makes no sense
    Project project() {
        if (loaded == null) {
            loaded = new ProjectFile(LayerRegistry.STANDARD).load(path);
        }
        return loaded;
    }

    /// @return its data, or null where it has chosen none
    @Nullable
    LoadedData dataOrNull() {
        var spec = project().data();
        return spec == null ? null : DataLoader.load(spec, folder());
    }

    /// @return its data
    /// @throws UserException where it has chosen none
    LoadedData data() {
        LoadedData data = dataOrNull();
        if (data == null) {
            throw new UserException(
                    Message.of("cli.error.noData", project().name()),
                    new UserException.Where(folder().resolve(ProjectFile.NAME).toString(), "data"),
                    Message.of("cli.error.aDataSource"),
                    Message.of("core.nothing"),
                    null);
        }
        return data;
    }

    /// @return all that is needed to train it
    TrainingPlan plan(TrainingSpec spec) {
        return TrainingPlan.of(project().network(), LayerRegistry.STANDARD, data(), spec);
    }

    /// @param given the option's value; where it is null, the project's own file
    /// @return where the weights are
    /// @throws UserException where none are given and the project has none
    Path weightsFile(@Nullable Path given) {
        Path file = given == null ? folder().resolve(ProjectFile.WEIGHTS) : given;
        if (given == null && !Files.exists(file)) {
            throw new UserException(
                    Message.of("cli.error.noWeights", project().name()),
                    new UserException.Where(file.toString(), ""),
                    Message.of("cli.error.aWeightsFile"),
                    Message.of("core.nothing"),
                    null);
        }
        return file;
    }

    /// @return weights for the plan's programs: from `given`, or as they are before training where it is null
    Parameters weightsOrInitial(TrainingPlan plan, @Nullable Path given, Precision precision) {
        return given == null
                ? Parameters.initial(plan.training(), precision, plan.spec().seed())
                : WeightsFile.load(given, plan.training(), precision);
    }
}
