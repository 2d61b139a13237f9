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
import io.netwright.text.Messages;
import io.netwright.text.UserException;
import io.netwright.train.DataSignatures;
import io.netwright.ui.Theme;
import io.netwright.ui.ThemeColours;
import io.netwright.ui.canvas.drawing.Drawing;
import io.netwright.ui.canvas.drawing.DrawingBuilder;
import io.netwright.ui.canvas.drawing.Rect;
import io.netwright.ui.canvas.drawing.SvgPicture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A project's canvas as a picture file: `.svg` is drawn without JavaFX, `.png` is the canvas itself on its headless
/// platform.
final class CanvasPictures {

    private static final double MARGIN = 24;

    private CanvasPictures() {}

    static void write(Path project, Theme.Mode theme, Path out) {
        String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
        Drawing drawing = draw(project);
        if (name.endsWith(".svg")) {
            byte[] svg = new SvgPicture(ThemeColours.of(theme)).of(drawing).getBytes(StandardCharsets.UTF_8);
            AtomicFile.write(out, stream -> stream.write(svg));
        } else if (name.endsWith(".png")) {
            Rect all = drawing.bounds().orElse(new Rect(0, 0, 400, 200)).grow(2 * MARGIN);
            Screenshots.canvas(project, theme, (int) Math.ceil(all.width()), (int) Math.ceil(all.height()), out);
        } else {
            throw new UserException(
                    Message.of("cli.error.pictureType", out.toString()),
                    new UserException.Where(out.toString(), "--out"),
                    Message.of("cli.text", ".png, .svg"),
                    Message.of("cli.text", name),
                    null);
        }
    }

    private static Drawing draw(Path project) {
        Project loaded = new ProjectFile(LayerRegistry.STANDARD).load(project);
        Compilation compiled = new Compiler(LayerRegistry.STANDARD)
                .compile(loaded.network(), signature(project, loaded), Compiler.Mode.TRAINING);
        return new DrawingBuilder(LayerRegistry.STANDARD).draw(loaded.design(), compiled, Messages.in(Locale.ENGLISH));
    }

    private static @Nullable DataSignature signature(Path project, Project loaded) {
        if (loaded.data() == null) {
            return null;
        }
        return DataSignatures.of(
                DataLoader.load(loaded.data(), ProjectFile.folder(project)).prepared());
    }
}
