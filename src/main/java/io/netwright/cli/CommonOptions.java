package io.netwright.cli;

import picocli.CommandLine.Option;

/// What most commands take.
final class CommonOptions {

    @Option(names = "--json", description = "print one JSON object a line and nothing else on standard output")
    private boolean json;

    boolean json() {
        return json;
    }
}
