package io.netwright.app;

import io.netwright.layer.LayerRegistry;
import io.netwright.project.Project;
import io.netwright.project.ProjectFile;
import io.netwright.project.Recovery;
import io.netwright.text.Messages;
import io.netwright.text.UserException;
import io.netwright.ui.OpenProject;
import io.netwright.ui.ProjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Projects in folders on disk, and the samples that come with the program.
final class DiskProjects implements ProjectStore {

    private static final Logger LOG = LoggerFactory.getLogger(DiskProjects.class);

    private final ProjectFile files = new ProjectFile(LayerRegistry.STANDARD);
    private final Path samples;

    /// @param samples the folder that has a folder for each sample; need not be there
    DiskProjects(Path samples) {
        this.samples = samples;
    }

    @Override
    public List<Sample> samples() {
        if (!Files.isDirectory(samples)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(samples)) {
            return folders.filter(f -> Files.isRegularFile(f.resolve(ProjectFile.NAME)))
                    .sorted()
                    .map(f -> new Sample(f.getFileName().toString(), f))
                    .toList();
        } catch (IOException e) {
            LOG.warn("the samples in {} cannot be listed", samples, e);
            return List.of();
        }
    }

    @Override
    public OpenProject open(Path folder) {
        Project project = files.load(folder);
        Path home = ProjectFile.folder(folder);
        return new OpenProject(home, project, lessons(home, project));
    }

    /// A lesson that is missing is no reason to keep a person from their network.
    private static Map<Locale, String> lessons(Path home, Project project) {
        Map<Locale, String> lessons = new HashMap<>();
        for (Locale language : Messages.LOCALES) {
            try {
                ProjectFile.lesson(home, project, language).ifPresent(text -> lessons.put(language, text));
            } catch (UserException e) {
                LOG.warn("the lesson of {} cannot be read", home, e);
            }
        }
        return lessons;
    }

    @Override
    public void save(Path folder, Project project) {
        files.save(folder, project);
    }

    @Override
    public void create(Path folder, Project project) {
        files.create(folder, project);
    }

    @Override
    public void keep(Path folder, Project project) {
        Recovery.keep(files, folder, project);
    }

    @Override
    public Optional<Recovery> recovery(Path folder) {
        return Recovery.find(files, folder);
    }

    @Override
    public void discardRecovery(Path folder) {
        Recovery.discard(folder);
    }
}
