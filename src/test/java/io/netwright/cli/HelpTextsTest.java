package io.netwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.text.Messages;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// `--help` says what every command and each of its arguments is for, in every language that the program ships.
class HelpTextsTest {

    static final List<Locale> languages = Messages.LOCALES;

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @FieldSource("languages")
    void everyCommandAndArgumentIsExplained(Locale language) {
        List<String> silent = new ArrayList<>();
        commands(language).forEach(command -> {
            String name = command.getCommandSpec().qualifiedName();
            check(silent, name, command.getCommandSpec().usageMessage().description());
            for (ArgSpec argument : command.getCommandSpec().args()) {
                String label = argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
                check(silent, name + " " + label, argument.description());
            }
        });
        assertEquals(List.of(), silent);
    }

    private static void check(List<String> silent, String what, String[] lines) {
        if (Arrays.stream(lines).allMatch(String::isBlank)) {
            silent.add(what);
        }
    }

    @Test
    void inChineseItIsChinese() {
        String usage = line(Locale.SIMPLIFIED_CHINESE).getUsageMessage();
        List<String> described =
                usage.lines().filter(l -> l.matches("  [a-z]+  .*|  +-.*")).toList();
        assertTrue(described.size() > 12, usage);
        assertEquals(
                List.of(),
                described.stream().filter(l -> !CHINESE.matcher(l).find()).toList());
        assertEquals(List.of(), usage.lines().filter(l -> l.contains("Usage")).toList());
    }

    @Test
    void aDefaultIsTheOneThatIsUsed() {
        CommandLine gradcheck = line(Locale.ENGLISH).getSubcommands().get("gradcheck");
        String used = gradcheck.getCommandSpec().findOption("--samples").defaultValueString();
        String usage = gradcheck.getUsageMessage();
        assertTrue(usage.contains("of the first batch; by default " + used), usage);
    }

    @Test
    void whatIsMissingOrUnknownIsSaidInTheReadersLanguage() {
        assertEquals(Exit.INVALID, line(Locale.SIMPLIFIED_CHINESE).execute("check"));
        assertEquals(
                "netwright: netwright check 缺少 PROJECT。",
                said().lines().findFirst().orElseThrow());
        assertEquals(Exit.INVALID, line(Locale.ENGLISH).execute("samples", "--nonsense"));
        assertTrue(said().contains("\"--nonsense\" is not known to netwright samples."), said());
        assertEquals(Exit.INVALID, line(Locale.ENGLISH).execute("train", "x", "--epochs", "many"));
        assertTrue(said().contains("--epochs cannot be \"many\"."), said());
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private Stream<CommandLine> commands(Locale language) {
        CommandLine line = line(language);
        return Stream.concat(Stream.of(line), line.getSubcommands().values().stream());
    }

    private CommandLine line(Locale language) {
        PrintStream to = new PrintStream(err, true, StandardCharsets.UTF_8);
        return NetwrightCommand.line(new Console(to, to, Messages.in(language)), new NoDesktop());
    }

    private static final class NoDesktop implements Desktop {
        @Override
        public StepFigures benchStepping(String sample, int frames) {
            throw new AssertionError("no window here");
        }

        @Override
        public WatchFigures benchWatch(String sample, int pairs, int frames) {
            throw new AssertionError("no window here");
        }

        @Override
        public CanvasFigures benchCanvas(int nodes, int frames) {
            throw new AssertionError("no window here");
        }

        @Override
        public int open(@Nullable Path project) {
            throw new AssertionError("help opens no window");
        }

        @Override
        public void render(Path project, String theme, Path out) {
            throw new AssertionError("help draws nothing");
        }

        @Override
        public void screenshot(Shot shot) {
            throw new AssertionError("help draws nothing");
        }
    }
}
