package io.netwright.app;

import io.netwright.compile.Compilation;
import io.netwright.edit.Design;
import io.netwright.layer.LayerRegistry;
import io.netwright.ui.Png;
import io.netwright.ui.Session;
import io.netwright.ui.Theme;
import io.netwright.ui.Words;
import io.netwright.ui.canvas.CanvasPicture;
import java.nio.file.Path;
import java.util.Arrays;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Saves the whole network of the window as a picture, in its theme and language.
final class PictureSaver {

    private final Session session;
    private final Theme theme;
    private final Words words;
    private final Saving saving;

    PictureSaver(Session session, Theme theme, Words words, Saving saving) {
        this.session = session;
        this.theme = theme;
        this.words = words;
        this.saving = saving;
    }

    /// Asks where to, and saves; nothing where nobody says.
    void ask(@Nullable Window window) {
        var endings = Arrays.stream(CanvasPictures.Kind.values())
                .map(CanvasPictures.Kind::ending)
                .toList();
        saving.ask(window, "ui.picture.title", endings.reversed()).ifPresent(this::save);
    }

    /// Saves without asking. A notice says that it was done, or why not.
    void save(Path file) {
        try {
            CanvasPictures.Kind kind = CanvasPictures.Kind.of(file);
            Design design = session.designProperty().get();
            Compilation compiled = session.compilation();
            String title = saving.project();
            CanvasPicture picture = new CanvasPicture(LayerRegistry.STANDARD, words.locale(), theme.mode());
            var image = kind == CanvasPictures.Kind.PNG ? picture.image(design, compiled, CanvasPictures.SCALE) : null;
            saving.write(file, "ui.picture.done", out -> {
                if (image == null) {
                    CanvasPictures.writeLines(picture, kind, design, compiled, title, out);
                } else {
                    Png.write(image, out);
                }
            });
        } catch (RuntimeException e) {
            saving.failed(e);
        }
    }
}
