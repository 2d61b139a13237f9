package io.netwright.cli;

import io.netwright.text.Message;
import io.netwright.text.UserException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The commands that need the window or its drawing.
final class DesktopCommands {

    private DesktopCommands() {}

    /// `netwright open`.
    @Command(name = "open")
    static final class Open implements Callable<Integer> {

        private final Desktop desktop;

        @CommandLine.Parameters(paramLabel = "PROJECT", descriptionKey = "PROJECT", arity = "0..1")
        private @Nullable Path path;

        Open(Desktop desktop) {
            this.desktop = desktop;
        }

        @Override
        public Integer call() {
            return desktop.open(path);
        }
    }

    /// `netwright render`.
    @Command(name = "render")
    @SuppressWarnings("NullAway.Init") // picocli sets the fields
    static final class Render implements Callable<Integer> {

        private final Console console;
        private final Desktop desktop;

        @Mixin
        private final ProjectOption project = new ProjectOption();

        @Option(names = "--out", paramLabel = "FILE", required = true)
        private Path out;

        @Option(names = "--theme", paramLabel = "T", defaultValue = "light")
        private String theme;

        Render(Console console, Desktop desktop) {
            this.console = console;
            this.desktop = desktop;
        }

        @Override
        public Integer call() {
            desktop.render(project.path(), theme, out);
            console.say("cli.picture.done", out.toString());
            return Exit.OK;
        }
    }

    /// `netwright screenshot`.
    @Command(name = "screenshot")
    @SuppressWarnings("NullAway.Init") // picocli sets the fields
    static final class Screenshot implements Callable<Integer> {

        private final Console console;
        private final Desktop desktop;

        @Mixin
        private final ProjectOption project = new ProjectOption();

        @Option(names = "--view", paramLabel = "V", defaultValue = "design")
        private String view;

        @Option(names = "--theme", paramLabel = "T", defaultValue = "light")
        private String theme;

        @Option(names = "--language", paramLabel = "L", defaultValue = "en")
        private String language;

        @Option(names = "--size", paramLabel = "WxH", defaultValue = "1280x800")
        private String size;

        @Mixin
        private final ShotOptions teaching = new ShotOptions();

        @Option(names = "--frame", paramLabel = "N")
        private @Nullable Integer frame;

        @Option(names = "--out", paramLabel = "FILE.png", required = true)
        private Path out;

        Screenshot(Console console, Desktop desktop) {
            this.console = console;
            this.desktop = desktop;
        }

        @Override
        public Integer call() {
            String[] sides = size.split("x", -1);
            try {
                int width = Integer.parseInt(sides[0]);
                int height = Integer.parseInt(sides[sides.length - 1]);
                if (sides.length != 2 || width < 1 || height < 1 || width > 8192 || height > 8192) {
                    throw new NumberFormatException(size);
                }
                desktop.screenshot(new Desktop.Shot(
                        project.path(), view, theme, language, width, height, frame, teaching.teaching(), out));
            } catch (NumberFormatException e) {
                throw new UserException(
                        Message.of("cli.error.size", size),
                        new UserException.Where("", "--size"),
                        Message.of("cli.text", "1280x800"),
                        Message.of("cli.text", size),
                        e);
            }
            console.say("cli.picture.done", out.toString());
            return Exit.OK;
        }
    }
}
