package io.netwright.app;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/// Where the sample projects lie: in a clone beside the build, in a packaged program beside its jars.
final class SampleProjects {

    private static final String NAME = "sample-projects";

    /// A clone has the classes in `target/classes`, two levels down.
    private static final int LEVELS = 3;

    private SampleProjects() {}

    /// @return the folder with a folder for each sample; one that is not there where the program came without
    static Path folder() {
        Path here = home();
        for (int i = 0; i < LEVELS && here != null; i++) {
            if (Files.isDirectory(here.resolve(NAME))) {
                return here.resolve(NAME);
            }
            here = here.getParent();
        }
        return Path.of(NAME).toAbsolutePath();
    }

    private static @org.jspecify.annotations.Nullable Path home() {
        CodeSource source = SampleProjects.class.getProtectionDomain().getCodeSource();
        try {
            return source == null ? null : Path.of(source.getLocation().toURI()).getParent();
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
