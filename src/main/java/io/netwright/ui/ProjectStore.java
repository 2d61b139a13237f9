package io.netwright.ui;

import java.nio.file.Path;
import java.util.List;

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

    /// Saves the project where it lies.
    ///
    /// @throws io.netwright.text.UserException where that cannot be written to
    void save(OpenProject project);
}
