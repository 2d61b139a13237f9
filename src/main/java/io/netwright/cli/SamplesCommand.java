package io.netwright.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "samples")
final class SamplesCommand implements Callable<Integer> {
    SamplesCommand(Console console) {}

    @Override
    public Integer call() {
        return Exit.OK;
    }
}
