package io.netwright.ui.canvas;

import io.netwright.compile.Compiler;
import io.netwright.compile.DataSignature;
import io.netwright.edit.Design;
import io.netwright.edit.Editor;
import io.netwright.layer.LayerRegistry;
import io.netwright.project.Project;
import io.netwright.tensor.Shape;
import io.netwright.ui.FxThread;
import io.netwright.ui.OpenProject;
import io.netwright.ui.Png;
import io.netwright.ui.Session;
import io.netwright.ui.Theme;
import io.netwright.ui.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

/// A canvas on a session of its own, whose background work happens at once.
final class CanvasFixture {

    final Words words;
    final Session session;
    final CanvasViewModel model;
    final CanvasView view;
    final Scene scene;

    CanvasFixture(Design design, Theme.Mode mode, Locale locale, boolean readOnly, double width, double height) {
        words = new Words(locale);
        Compiler compiler = new Compiler(LayerRegistry.STANDARD);
        DataSignature digits = DataSignature.classes(Shape.of(1, 28, 28), 10);
        session = new Session(
                LayerRegistry.STANDARD,
                (network, data) -> compiler.compile(network, digits, Compiler.Mode.TRAINING),
                (spec, folder) -> {
                    throw new IllegalStateException("no data to load");
                },
                Runnable::run,
                FxThread.EXECUTOR,
                failure -> {
                    throw new IllegalStateException(failure);
                });
        session.open(new OpenProject(Path.of("test"), Project.empty("test").withDesign(design), Map.of()));
        model = readOnly
                ? CanvasViewModel.inOneRow(session, words, Runnable::run)
                : new CanvasViewModel(session, words, Runnable::run);
        view = new CanvasView(model, readOnly);
        scene = new Scene(new StackPane(view), width, height);
        new Theme(mode, words).attach(scene);
    }

    Editor editor() {
        return session.editor();
    }

    /// Writes what is on the screen, for a person to look at.
    void picture(Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            Png.write(scene.snapshot(null), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
