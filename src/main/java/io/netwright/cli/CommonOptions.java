package io.netwright.cli;

import picocli.CommandLine.Option;

/// What most commands take.
final class CommonOptions {

    @Option(names = "--json")
    private boolean json;

    boolean json() {
        return json;
    }
}
