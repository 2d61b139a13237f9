package io.netwright.ui;

import io.netwright.project.Project;
import io.netwright.project.Recovery;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Projects on disk, as the window needs them. Called off the JavaFX thread where it takes time.
public interface ProjectStore {

    /// A project that comes with the program.
    ///
    /// @param id     such as `digits-cnn`; its words are in the bundles under `ui.sample.<id>`
    /// @param folder what to open
    record Sample(String id, Path folder) {}

    /// @return what there is to start from; empty where the program was installed without
    List<Sample> samples();

    /// @throws io.netwright.text.UserException where the folder holds no project, or one that cannot be read
    OpenProject open(Path folder);

    /// Replaces what lies in `folder`, as a whole or not at all.
    ///
    /// @throws io.netwright.text.UserException where it cannot be written
    void save(Path folder, Project project);

    /// Makes a folder for a project.
    ///
    /// @throws io.netwright.text.UserException where there is a project already, or it cannot be made
    void create(Path folder, Project project);

    /// Keeps unsaved work for the case of a crash; what lies in `folder` stays as it is.
    ///
    /// @throws io.netwright.text.UserException where it cannot be written
    void keep(Path folder, Project project);

    /// @return work on the project in `folder` that was kept but never saved
    Optional<Recovery> recovery(Path folder);

    /// Forgets what was kept.
    void discardRecovery(Path folder);
}
