package io.netwright.ui.data;

import io.netwright.compile.Compiler;
import io.netwright.data.LoadedData;
import io.netwright.data.load.DataLoader;
import io.netwright.layer.LayerRegistry;
import io.netwright.project.Project;
import io.netwright.train.DataSignatures;
import io.netwright.ui.FxThread;
import io.netwright.ui.OpenProject;
import io.netwright.ui.ProjectData;
import io.netwright.ui.Session;
import io.netwright.ui.Theme;
import io.netwright.ui.Words;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/// The Data view by itself with an empty project open. The background works at once.
final class DataBench {

    final Words words = new Words(Locale.ENGLISH);
    final Theme theme = new Theme(Theme.Mode.LIGHT, words);
    final Session session;
    final OpenProject project;
    final DataView view;

    DataBench(Path folder) {
        session = new Session(
                LayerRegistry.STANDARD,
                (network, data) -> new Compiler(LayerRegistry.STANDARD).compile(network, data, Compiler.Mode.TRAINING),
                (spec, home) -> {
                    LoadedData loaded = DataLoader.load(spec, home);
                    return new ProjectData(loaded, DataSignatures.of(loaded.prepared()));
                },
                Runnable::run,
                Runnable::run,
                failure -> {
                    throw new AssertionError(failure);
                });
        project = new OpenProject(folder, Project.empty("bench"), Map.of());
        session.open(project);
        view = new DataView(session, words, Runnable::run, Runnable::run);
    }

    Scene scene(double width, double height) {
        Scene scene = new Scene((Parent) view.node(), width, height);
        theme.attach(scene);
        return scene;
    }

    LoadedData shown() {
        return Objects.requireNonNull(session.dataProperty().get()).data();
    }

    /// @return how many pixels something is drawn on
    int pixels(Canvas canvas) {
        var done = new CompletableFuture<Integer>();
        FxThread.run(() -> {
            var parameters = new SnapshotParameters();
            parameters.setFill(Color.TRANSPARENT);
            WritableImage image = canvas.snapshot(parameters, null);
            int drawn = 0;
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    drawn += image.getPixelReader().getArgb(x, y) >>> 24 > 0 ? 1 : 0;
                }
            }
            done.complete(drawn);
        });
        return done.join();
    }
}
