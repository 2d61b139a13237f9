package io.netwright.cli;

import io.netwright.text.Message;
import io.netwright.text.UserException;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/// `netwright`: all commands; without one, the designer.
@Command(
        name = "netwright",
        description = "Design, train, step through and export neural networks.",
        mixinStandardHelpOptions = true,
        versionProvider = NetwrightCommand.Version.class)
public final class NetwrightCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(NetwrightCommand.class);

    private final Desktop desktop;

    private NetwrightCommand(Desktop desktop) {
        this.desktop = desktop;
    }

    @Override
    public Integer call() {
        return desktop.open(null);
    }

    /// Runs a command line.
    ///
    /// @return the exit code, see [Exit]
    public static int run(Console console, Desktop desktop, String... args) {
        CommandLine line = new CommandLine(new NetwrightCommand(desktop))
                .addSubcommand(new DesktopCommands.Open(desktop))
                .addSubcommand(new SamplesCommand(console))
                .addSubcommand(new NewCommand(console))
                .addSubcommand(new CheckCommand(console))
                .addSubcommand(new InitCommand(console))
                .addSubcommand(new TrainCommand(console))
                .addSubcommand(new EvaluateCommand(console))
                .addSubcommand(new PredictCommand(console))
                .addSubcommand(new StepCommand(console))
                .addSubcommand(new GradcheckCommand(console))
                .addSubcommand(new ExportCommand(console))
                .addSubcommand(new DesktopCommands.Render(console, desktop))
                .addSubcommand(new DesktopCommands.Screenshot(console, desktop));
        line.setErr(new java.io.PrintWriter(console.err(), true));
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(console, e));
        return line.execute(args);
    }

    private static int failed(Console console, Exception e) {
        if (e instanceof UserException said) {
            console.refuse(said);
            return Exit.INVALID;
        }
        LOG.error("A command failed", e);
        console.warn(Message.of("cli.error.internal"));
        return Exit.INTERNAL;
    }

    /// The version that the build put into `build.properties`.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = NetwrightCommand.class.getPackage().getImplementationVersion();
            return new String[] {"netwright " + (version == null ? "(from a clone)" : version)};
        }
    }
}
