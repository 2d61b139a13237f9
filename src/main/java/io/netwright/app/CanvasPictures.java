package io.netwright.app;

import io.netwright.compile.Compilation;
import io.netwright.compile.Compiler;
import io.netwright.compile.DataSignature;
import io.netwright.data.load.DataLoader;
import io.netwright.exchange.AtomicFile;
import io.netwright.layer.LayerRegistry;
import io.netwright.project.Project;
import io.netwright.project.ProjectFile;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.train.DataSignatures;
import io.netwright.ui.Theme;
import io.netwright.ui.canvas.CanvasPicture;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A project's canvas as a picture file: `.svg` is drawn without JavaFX, `.png` is the canvas itself on its headless
/// platform.
final class CanvasPictures {

    /// Pixels of a PNG for a pixel of the canvas: sharp on any screen, and in print.
    private static final double SCALE = 2;

    private CanvasPictures() {}

    static void write(Path project, Theme.Mode theme, Path out) {
        String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
        Project loaded = new ProjectFile(LayerRegistry.STANDARD).load(project);
        Compilation compiled = new Compiler(LayerRegistry.STANDARD)
                .compile(loaded.network(), signature(project, loaded), Compiler.Mode.TRAINING);
        CanvasPicture picture = new CanvasPicture(LayerRegistry.STANDARD, Locale.ENGLISH, theme);
        if (name.endsWith(".svg")) {
            AtomicFile.write(out, stream -> picture.writeSvg(loaded.design(), compiled, loaded.name(), stream));
        } else if (name.endsWith(".png")) {
            Screenshots.draw(out, () -> picture.image(loaded.design(), compiled, SCALE));
        } else {
            throw new UserException(
                    Message.of("cli.error.pictureType", out.toString()),
                    new UserException.Where(out.toString(), "--out"),
                    Message.of("cli.text", ".png, .svg"),
                    Message.of("cli.text", name),
                    null);
        }
    }

    private static @Nullable DataSignature signature(Path project, Project loaded) {
        if (loaded.data() == null) {
            return null;
        }
        return DataSignatures.of(
                DataLoader.load(loaded.data(), ProjectFile.folder(project)).prepared());
    }
}
