package io.netwright.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "new")
final class NewCommand implements Callable<Integer> {
    NewCommand(Console console) {}

    @Override
    public Integer call() {
        return Exit.OK;
    }
}
