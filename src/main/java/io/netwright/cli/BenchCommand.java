package io.netwright.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `netwright bench`: how fast the program is on this machine.
@Command(name = "bench")
final class BenchCommand implements Callable<Integer> {

    private final Console console;
    private final Desktop desktop;

    @Mixin
    private final CanvasBench canvas = new CanvasBench();

    @Mixin
    private final WatchBench watch = new WatchBench();

    @Mixin
    private final StepBench stepping = new StepBench();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandLine.Model.CommandSpec spec;

    BenchCommand(Console console, Desktop desktop) {
        this.console = console;
        this.desktop = desktop;
    }

    @Override
    public Integer call() {
        if (watch.isWanted()) {
            return watch.run(console, desktop, common.json(), canvas.frames());
        }
        if (stepping.isWanted()) {
            return stepping.run(console, desktop, common.json(), canvas.frames());
        }
        if (!canvas.isWanted()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), console.messages().get("cli.bench.what"));
        }
        return canvas.run(console, desktop, common.json());
    }
}
