package io.netwright.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;

/// `netwright bench --stepping`: how quickly the step view goes from frame to frame.
final class StepBench {

    /// A convolutional network and a transformer of two blocks.
    private static final List<String> SAMPLES = List.of("digits-cnn", "tiny-gpt");

    @Option(names = "--stepping")
    private boolean wanted;

    boolean isWanted() {
        return wanted;
    }

    int run(Console console, Desktop desktop, boolean json, int frames) {
        for (String sample : SAMPLES) {
            StepFigures f = desktop.benchStepping(sample, frames);
            if (json) {
                console.json(Map.of(
                        "event",
                        "stepping",
                        "project",
                        f.project(),
                        "frames",
                        f.frames(),
                        "medianMs",
                        f.next().median(),
                        "p99Ms",
                        f.next().p99()));
            } else {
                console.say(
                        "cli.bench.stepping",
                        f.project(),
                        f.frames(),
                        String.format(Locale.ENGLISH, "%.1f", f.next().median()),
                        String.format(Locale.ENGLISH, "%.1f", f.next().p99()));
            }
        }
        return Exit.OK;
    }
}
