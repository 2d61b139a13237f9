package io.netwright.app;

import io.netwright.data.load.DataLoader;
import io.netwright.train.DataSignatures;
import io.netwright.ui.FxThread;
import io.netwright.ui.ProjectData;
import io.netwright.ui.Session.DataLoading;
import io.netwright.ui.Settings;
import io.netwright.ui.Theme;
import io.netwright.ui.Words;
import io.netwright.ui.shell.Shell;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The program with its window. [#launch] starts it; nothing else should.
public final class NetwrightApp extends Application {

    private static final Logger LOG = LoggerFactory.getLogger(NetwrightApp.class);

    /// Loads data as the whole program does.
    static final DataLoading LOADING = (spec, folder) -> {
        var loaded = DataLoader.load(spec, folder);
        return new ProjectData(loaded, DataSignatures.of(loaded.prepared()));
    };

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    /// Opens the window and returns when it is closed.
    ///
    /// @param project what to open first; null shows the welcome page
    public static void launch(@Nullable Path project) {
        JavaFxLog.quiet();
        Application.launch(NetwrightApp.class, project == null ? new String[0] : new String[] {project.toString()});
    }

    @Override
    public void start(Stage stage) {
        Settings settings = Settings.ofUser();
        Words words = new Words(settings.locale());
        Theme theme = new Theme(settings.theme(), words);
        double[] size = settings.windowSize().orElse(new double[] {WIDTH, HEIGHT});
        Desk desk = new Desk(
                words,
                theme,
                settings,
                new DiskProjects(SampleProjects.folder()),
                LOADING,
                Background.create(),
                size[0],
                size[1]);
        // what nobody caught must not vanish, and must not kill the window either
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {
            LOG.error("uncaught on {}", thread.getName(), e);
            FxThread.run(() -> desk.notices().defect(e));
        });
        theme.modeProperty().addListener((property, was, is) -> settings.setTheme(is));
        words.messagesProperty().addListener((property, was, is) -> settings.setLocale(is.locale()));

        stage.setScene(desk.scene());
        stage.setMinWidth(Shell.MIN_WIDTH);
        stage.setMinHeight(Shell.MIN_HEIGHT);
        stage.getIcons().setAll(icons());
        stage.titleProperty().bind(desk.title());
        askBeforeClosing(stage, desk.projects());
        stage.setOnHidden(e ->
                settings.setWindowSize(desk.scene().getWidth(), desk.scene().getHeight()));
        stage.show();
        getParameters().getRaw().stream().findFirst().map(Path::of).ifPresent(desk.projects()::open);
    }

    /// Makes the window's close button ask about unsaved work.
    static void askBeforeClosing(Stage stage, Projects projects) {
        stage.setOnCloseRequest(e -> {
            e.consume();
            projects.whenSaved(stage::close);
        });
    }

    private static List<Image> icons() {
        return Stream.of(16, 24, 32, 48, 64, 128, 256)
                .map(size -> "/icons/netwright-" + size + ".png")
                .map(file -> new Image(Objects.requireNonNull(NetwrightApp.class.getResource(file), file)
                        .toExternalForm()))
                .toList();
    }
}
