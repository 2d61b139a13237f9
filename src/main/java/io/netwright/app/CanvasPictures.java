package io.netwright.app;

import io.netwright.compile.Compilation;
import io.netwright.compile.Compiler;
import io.netwright.compile.DataSignature;
import io.netwright.data.load.DataLoader;
import io.netwright.edit.Design;
import io.netwright.exchange.AtomicFile;
import io.netwright.layer.LayerRegistry;
import io.netwright.project.Project;
import io.netwright.project.ProjectFile;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.train.DataSignatures;
import io.netwright.ui.Theme;
import io.netwright.ui.canvas.CanvasPicture;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A network's canvas as a picture file: `.svg` and `.pdf` are drawn without JavaFX, `.png` is the canvas itself.
final class CanvasPictures {

    /// Pixels of a PNG for a pixel of the canvas: sharp on any screen, and in print.
    static final double SCALE = 2;

    /// What a picture can be written as.
    enum Kind {
        PNG,
        SVG,
        PDF;

        String ending() {
            return "." + name().toLowerCase(Locale.ROOT);
        }

        /// @throws UserException where the file's name says another kind
        static Kind of(Path file) {
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(kind -> name.endsWith(kind.ending()))
                    .findFirst()
                    .orElseThrow(() -> new UserException(
                            Message.of("cli.error.pictureType", file.toString()),
                            new UserException.Where(file.toString(), "--out"),
                            Message.of(
                                    "cli.text",
                                    Arrays.stream(values()).map(Kind::ending).collect(Collectors.joining(", "))),
                            Message.of("cli.text", name),
                            null));
        }
    }

    private CanvasPictures() {}

    /// Draws the network of a project on the disk; a PNG on the headless platform.
    static void write(Path project, Theme.Mode theme, Path out) {
        Kind kind = Kind.of(out);
        Project loaded = new ProjectFile(LayerRegistry.STANDARD).load(project);
        Compilation compiled = new Compiler(LayerRegistry.STANDARD)
                .compile(loaded.network(), signature(project, loaded), Compiler.Mode.TRAINING);
        CanvasPicture picture = new CanvasPicture(LayerRegistry.STANDARD, Locale.ENGLISH, theme);
        if (kind == Kind.PNG) {
            Screenshots.draw(out, () -> picture.image(loaded.design(), compiled, SCALE));
        } else {
            AtomicFile.write(
                    out, stream -> writeLines(picture, kind, loaded.design(), compiled, loaded.name(), stream));
        }
    }

    /// Writes a kind that is made of lines and text, on any thread.
    static void writeLines(
            CanvasPicture picture, Kind kind, Design design, Compilation compiled, String title, OutputStream out)
            throws IOException {
        if (kind == Kind.PDF) {
            picture.writePdf(design, compiled, title, out);
        } else {
            picture.writeSvg(design, compiled, title, out);
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
