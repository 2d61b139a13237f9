package io.netwright.ui.training;

import io.netwright.exchange.AtomicFile;
import io.netwright.ui.Png;
import io.netwright.ui.Words;
import io.netwright.ui.chart.CurveChart;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.image.WritableImage;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// Writes the curves of a run: every value, or the picture of what is seen of them.
final class CurveExport {

    /// What can be written.
    enum Kind {
        CSV,
        PNG,
        SVG;

        String ending() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Words words;
    private final Executor background;
    private final Executor ui;
    private final Consumer<Throwable> failures;

    CurveExport(Words words, Executor background, Executor ui, Consumer<Throwable> failures) {
        this.words = words;
        this.background = background;
        this.ui = ui;
        this.failures = failures;
    }

    /// Asks where to, and writes; nothing where there is nothing or nobody wants it.
    void write(Kind kind, @Nullable CurveSource source, CurveChart chart) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.now("panels.train.export"));
        chooser.setInitialFileName("curves." + kind.ending());
        @Nullable
        File chosen =
                source == null ? null : chooser.showSaveDialog(chart.getScene().getWindow());
        if (source != null && chosen != null) {
            write(kind, source, chart, chosen.toPath());
        }
    }

    /// Writes to a file, in the background.
    void write(Kind kind, CurveSource source, CurveChart chart, Path file) {
        WritableImage picture = kind == Kind.PNG ? chart.snapshot(null, null) : null;
        String drawn = kind == Kind.SVG ? chart.svg() : null;
        background.execute(() -> {
            try {
                AtomicFile.write(file, out -> {
                    if (picture != null) {
                        Png.write(picture, out);
                    } else {
                        String text = drawn == null ? source.csv() : drawn;
                        out.write(text.getBytes(StandardCharsets.UTF_8));
                    }
                });
            } catch (RuntimeException e) {
                ui.execute(() -> failures.accept(e));
            }
        });
    }
}
