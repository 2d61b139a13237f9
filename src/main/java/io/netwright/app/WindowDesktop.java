package io.netwright.app;

import io.netwright.cli.CanvasFigures;
import io.netwright.cli.Console;
import io.netwright.cli.Desktop;
import io.netwright.cli.Exit;
import io.netwright.cli.StepFigures;
import io.netwright.cli.WatchFigures;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.ui.Theme;
import io.netwright.ui.ViewId;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The window as the command line uses it.
final class WindowDesktop implements Desktop {

    private final Console console;

    WindowDesktop(Console console) {
        this.console = console;
    }

    @Override
    public int open(@Nullable Path project) {
        if (!hasDisplay()) {
            return new Tour(console, this).run(project);
        }
        NetwrightApp.launch(project);
        return Exit.OK;
    }

    /// On Linux a window needs an X server or a Wayland compositor, and says so by these variables; elsewhere the
    /// system always has one.
    private static boolean hasDisplay() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (!os.contains("linux") || "Headless".equals(System.getProperty("glass.platform"))) {
            return !"Headless".equals(System.getProperty("glass.platform"));
        }
        return isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isBlank();
    }

    @Override
    public void render(Path project, String theme, Path out) {
        CanvasPictures.write(project, parsed("--theme", theme, Theme.Mode.values(), Theme.Mode::key), out);
    }

    @Override
    public void screenshot(Shot shot) {
        Screenshots.take(
                new Screenshots.Shot(
                        shot.project(),
                        parsed("--view", shot.view(), ViewId.values(), ViewId::key),
                        parsed("--theme", shot.theme(), Theme.Mode.values(), Theme.Mode::key),
                        parsed(
                                "--language",
                                shot.language(),
                                new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE},
                                Locale::getLanguage),
                        shot.width(),
                        shot.height(),
                        shot.frame(),
                        shot.teaching()),
                shot.out());
    }

    @Override
    public CanvasFigures benchCanvas(int nodes, int frames) {
        return new CanvasBench(frames).run(nodes);
    }

    @Override
    public WatchFigures benchWatch(String sample, int pairs, int frames) {
        return new WatchBench(pairs, frames).run(sample);
    }

    @Override
    public StepFigures benchStepping(String sample, int frames) {
        return new StepBench(frames).run(sample);
    }

    private static <T> T parsed(String option, String text, T[] values, Function<T, String> name) {
        return Arrays.stream(values)
                .filter(v -> name.apply(v).equals(text))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        Message.of("cli.error.choice", option, text),
                        new UserException.Where("", option),
                        Message.of(
                                "core.expected.choice",
                                Arrays.stream(values).map(name).collect(Collectors.joining(", "))),
                        Message.of("cli.text", text),
                        null));
    }
}
