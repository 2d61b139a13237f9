package io.netwright.cli;

import static java.util.stream.Collectors.joining;

import io.netwright.text.Message;
import io.netwright.text.UserException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// `netwright`: all commands; without one, the designer.
@Command(
        name = "netwright",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
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
        return line(console, desktop).execute(args);
    }

    /// All commands, ready to run.
    static CommandLine line(Console console, Desktop desktop) {
        CommandLine line = new CommandLine(new NetwrightCommand(desktop))
                .addSubcommand(new DesktopCommands.Open(desktop))
                .addSubcommand(new SamplesCommand(console))
                .addSubcommand(new NewCommand(console))
                .addSubcommand(new CheckCommand(console))
                .addSubcommand(new InitCommand(console))
                .addSubcommand(new TrainCommand(console))
                .addSubcommand(new EvaluateCommand(console))
                .addSubcommand(new PredictCommand(console))
                .addSubcommand(new GenerateCommand(console))
                .addSubcommand(new StepCommand(console))
                .addSubcommand(new LessonCommand(console))
                .addSubcommand(new WorksheetCommand(console))
                .addSubcommand(new GradcheckCommand(console))
                .addSubcommand(new LrfindCommand(console))
                .addSubcommand(new ExportCommand(console))
                .addSubcommand(new BenchCommand(console, desktop))
                .addSubcommand(new DesktopCommands.Render(console, desktop))
                .addSubcommand(new DesktopCommands.Screenshot(console, desktop));
        line.setResourceBundle(new HelpTexts(console.messages()));
        line.setOut(writer(console.out()));
        line.setErr(writer(console.err()));
        line.setParameterExceptionHandler((e, typed) -> misused(console, e));
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(console, e));
        return line;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    /// What was typed is no command line: says why, and where to read what is.
    private static int misused(Console console, CommandLine.ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        console.warn(
                switch (e) {
                    case CommandLine.UnmatchedArgumentException u ->
                        Message.of("cli.error.unknownArgument", String.join(" ", u.getUnmatched()), command);
                    case CommandLine.MissingParameterException m ->
                        Message.of(
                                "cli.error.missingArgument",
                                m.getMissing().stream()
                                        .map(NetwrightCommand::name)
                                        .collect(joining(", ")),
                                command);
                    default ->
                        e.getArgSpec() == null || e.getValue() == null
                                ? Message.of("cli.text", String.valueOf(e.getMessage()))
                                : Message.of("cli.error.choice", name(e.getArgSpec()), e.getValue());
                });
        console.note(Message.of("cli.error.seeHelp", command));
        return Exit.INVALID;
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
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
