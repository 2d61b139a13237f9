package io.netwright.app;

import io.netwright.compile.Compilation;
import io.netwright.edit.Design;
import io.netwright.exchange.AtomicFile;
import io.netwright.layer.LayerRegistry;
import io.netwright.text.Message;
import io.netwright.ui.FxThread;
import io.netwright.ui.Notices;
import io.netwright.ui.OpenProject;
import io.netwright.ui.Png;
import io.netwright.ui.Session;
import io.netwright.ui.Theme;
import io.netwright.ui.Words;
import io.netwright.ui.canvas.CanvasPicture;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Executor;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Saves the whole network of the window as a picture, in its theme and language.
final class PictureSaver {

    private final Session session;
    private final Theme theme;
    private final Words words;
    private final Notices notices;
    private final Executor background;

    PictureSaver(Session session, Theme theme, Words words, Notices notices, Executor background) {
        this.session = session;
        this.theme = theme;
        this.words = words;
        this.notices = notices;
        this.background = background;
    }

    /// Asks where to, and saves; nothing where nobody says.
    void ask(@Nullable Window window) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.now("ui.picture.title"));
        chooser.setInitialFileName(title() + CanvasPictures.Kind.PDF.ending());
        Arrays.stream(CanvasPictures.Kind.values())
                .map(kind -> new FileChooser.ExtensionFilter(kind.name(), "*" + kind.ending()))
                .forEach(chooser.getExtensionFilters()::add);
        chooser.setSelectedExtensionFilter(chooser.getExtensionFilters().getLast());
        @Nullable File file = chooser.showSaveDialog(window);
        if (file != null) {
            save(named(file.toPath(), chooser.getSelectedExtensionFilter()));
        }
    }

    /// A name without an ending gets that of the chosen kind, which some platforms leave to us.
    private static Path named(Path file, FileChooser.@Nullable ExtensionFilter kind) {
        String name = String.valueOf(file.getFileName());
        return kind == null || name.contains(".")
                ? file
                : file.resolveSibling(name + kind.getExtensions().getFirst().substring(1));
    }

    private String title() {
        OpenProject open = session.projectProperty().get();
        return open == null ? "network" : open.name();
    }

    /// Saves without asking. A notice says that it was done, or why not.
    void save(Path file) {
        try {
            CanvasPictures.Kind kind = CanvasPictures.Kind.of(file);
            Design design = session.designProperty().get();
            Compilation compiled = session.compilation();
            String title = title();
            CanvasPicture picture = new CanvasPicture(LayerRegistry.STANDARD, words.locale(), theme.mode());
            var image = kind == CanvasPictures.Kind.PNG ? picture.image(design, compiled, CanvasPictures.SCALE) : null;
            background.execute(() -> {
                try {
                    if (image == null) {
                        CanvasPictures.writeLines(picture, kind, design, compiled, title, file);
                    } else {
                        AtomicFile.write(file, stream -> Png.write(image, stream));
                    }
                    FxThread.EXECUTOR.execute(() -> notices.done(Message.of("ui.picture.done", file.toString())));
                } catch (RuntimeException e) {
                    FxThread.EXECUTOR.execute(() -> notices.failed(e));
                }
            });
        } catch (RuntimeException e) {
            notices.failed(e);
        }
    }
}
