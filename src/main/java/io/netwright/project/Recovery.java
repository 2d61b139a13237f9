package io.netwright.project;

import io.netwright.exchange.AtomicFile;
import io.netwright.exchange.FileProblem;
import io.netwright.text.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// Unsaved work, kept beside the project's file while it is edited and offered when it is opened again after a crash.
///
/// @param project what was being edited
/// @param at      when it was kept
public record Recovery(Project project, Instant at) {

    /// The file in a project's folder that keeps it.
    public static final String NAME = ProjectFile.NAME + ".autosave";

    /// Keeps `project` for the case of a crash; the project's own file stays as it is. [ProjectFile#save] forgets it.
    ///
    /// @throws UserException where it cannot be written, with the reason
    public static void keep(ProjectFile files, Path folder, Project project) {
        byte[] bytes = files.bytes(project);
        AtomicFile.write(folder.resolve(NAME), out -> out.write(bytes));
    }

    /// @return work that was never saved; empty where there is none, where it is what the project's file says, or where
    ///     it cannot be understood (it is then left where it is)
    public static Optional<Recovery> find(ProjectFile files, Path folder) {
        Path kept = folder.resolve(NAME);
        try {
            byte[] bytes = Files.readAllBytes(kept);
            Path saved = folder.resolve(ProjectFile.NAME);
            if (Files.exists(saved) && Arrays.equals(bytes, Files.readAllBytes(saved))) {
                return Optional.empty();
            }
            return Optional.of(new Recovery(
                    files.parse(kept.toString(), bytes),
                    Files.getLastModifiedTime(kept).toInstant()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw FileProblem.reading(kept, e);
        } catch (UserException e) {
            return Optional.empty();
        }
    }

    /// Forgets what was kept.
    public static void discard(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(NAME));
        } catch (IOException e) {
            // it differs from nothing that matters: at worst it is offered once more
        }
    }
}
