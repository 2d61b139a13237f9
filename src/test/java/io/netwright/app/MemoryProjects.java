package io.netwright.app;

import io.netwright.project.Project;
import io.netwright.project.Recovery;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.ui.OpenProject;
import io.netwright.ui.ProjectStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Projects that lie in memory, for tests of the window.
final class MemoryProjects implements ProjectStore {

    final Map<Path, Project> projects = new HashMap<>();
    final Map<Path, Recovery> kept = new HashMap<>();
    boolean writable = true;

    @Override
    public List<Sample> samples() {
        return projects.keySet().stream()
                .map(p -> new Sample(p.getFileName().toString(), p))
                .toList();
    }

    @Override
    public OpenProject open(Path folder) {
        Project project = projects.get(folder);
        if (project == null) {
            throw new UserException(Message.of("project.open.noProject", folder.toString(), "project.json"));
        }
        // however slowly a busy machine types
        return new OpenProject(
                folder, project, Map.of(Locale.ENGLISH, "# A lesson"), InstantSource.fixed(Instant.EPOCH));
    }

    @Override
    public void save(Path folder, Project project) {
        if (!writable) {
            throw new UserException(Message.of("ui.screenshot.cannotWrite", folder.toString()));
        }
        projects.put(folder, project);
        kept.remove(folder);
    }

    @Override
    public void create(Path folder, Project project) {
        save(folder, project);
    }

    @Override
    public void keep(Path folder, Project project) {}

    @Override
    public Optional<Recovery> recovery(Path folder) {
        return Optional.ofNullable(kept.get(folder));
    }

    @Override
    public void discardRecovery(Path folder) {
        kept.remove(folder);
    }
}
