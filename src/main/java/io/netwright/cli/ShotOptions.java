package io.netwright.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What `netwright screenshot` shows besides a view: for teaching.
final class ShotOptions {

    @Option(names = "--presenter")
    private boolean presenter;

    @Option(names = "--lesson", paramLabel = "ID[:STEP]")
    private @Nullable String lesson;

    Desktop.Teaching teaching() {
        return new Desktop.Teaching(presenter, lesson);
    }
}
