package io.netwright.app;

import io.netwright.cli.Console;
import io.netwright.cli.Exit;
import io.netwright.cli.NetwrightCommand;
import io.netwright.layer.LayerRegistry;
import io.netwright.project.Project;
import io.netwright.project.ProjectFile;
import io.netwright.project.Samples;
import io.netwright.text.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What opening a project does where there is no display: the same walk through the program without a window. It trains
/// the project in the terminal, takes pictures of the views and exports the model, all into one folder.
///
/// Each station is a command of the command line, so the tour shows what a person could type.
final class Tour {

    private static final String SAMPLE = "digits-cnn";

    private final Console console;
    private final WindowDesktop desktop;

    Tour(Console console, WindowDesktop desktop) {
        this.console = console;
        this.desktop = desktop;
    }

    /// @param project null for a sample
    /// @return the exit code of the first station that fails, else that of success
    int run(@Nullable Path project) {
        console.note(Message.of("cli.tour.noDisplay"));
        Path folder = folder();
        ProjectFile files = new ProjectFile(LayerRegistry.STANDARD);
        // a project of its own to train, so that the original stays as it is
        Path source = project == null ? sample(files, folder) : ProjectFile.folder(project);
        Project loaded = files.load(source);
        Path out = folder.resolve("pictures-and-model");
        String weights = out.resolve(ProjectFile.WEIGHTS).toString();
        String from = source.toString();
        List<List<String>> stations = List.of(
                List.of("train", from, "--out", out.toString()),
                List.of("evaluate", from, "--weights", weights),
                List.of("render", from, "--out", out.resolve("canvas.svg").toString()),
                List.of("render", from, "--out", out.resolve("canvas.png").toString()),
                List.of(
                        "screenshot",
                        from,
                        "--view",
                        "design",
                        "--out",
                        out.resolve("design.png").toString()),
                List.of(
                        "screenshot",
                        from,
                        "--view",
                        "train",
                        "--out",
                        out.resolve("train.png").toString()),
                List.of(
                        "screenshot",
                        from,
                        "--view",
                        "step",
                        "--out",
                        out.resolve("step.png").toString()),
                List.of(
                        "export",
                        from,
                        "--weights",
                        weights,
                        "--format",
                        "onnx",
                        "--out",
                        out.resolve("model.onnx").toString()));
        for (List<String> station : stations) {
            int code = NetwrightCommand.run(console, desktop, station.toArray(String[]::new));
            if (code == Exit.INVALID && station.getFirst().equals("evaluate")) {
                // a project without a test part has nothing to be judged on; the tour goes on
                continue;
            }
            if (code != Exit.OK) {
                return code;
            }
        }
        console.note(Message.of("cli.tour.done", loaded.name(), out.toString()));
        return Exit.OK;
    }

    private static Path sample(ProjectFile files, Path folder) {
        Path copy = folder.resolve(SAMPLE);
        Samples.get(SAMPLE).copyTo(files, copy);
        return copy;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("netwright-tour-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
