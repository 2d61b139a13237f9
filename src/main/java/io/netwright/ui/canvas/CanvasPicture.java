package io.netwright.ui.canvas;

import io.netwright.compile.Compilation;
import io.netwright.edit.Design;
import io.netwright.layer.LayerRegistry;
import io.netwright.text.Messages;
import io.netwright.ui.FxThread;
import io.netwright.ui.Png;
import io.netwright.ui.Theme;
import io.netwright.ui.Words;
import io.netwright.ui.canvas.drawing.Drawing;
import io.netwright.ui.canvas.drawing.DrawingBuilder;
import io.netwright.ui.canvas.drawing.Pdf;
import io.netwright.ui.canvas.drawing.Rect;
import io.netwright.ui.canvas.drawing.Svg;
import io.netwright.ui.canvas.drawing.Tokens;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/// Pictures of a network as the canvas shows it, without a window.
public final class CanvasPicture {

    /// The longest side of a PNG, in pixels; larger networks are drawn smaller.
    private static final double LONGEST = 12_000;

    private final LayerRegistry registry;
    private final Locale locale;
    private final Theme.Mode mode;

    public CanvasPicture(LayerRegistry registry, Locale locale, Theme.Mode mode) {
        this.registry = registry;
        this.locale = locale;
        this.mode = mode;
    }

    /// Writes SVG. Needs no JavaFX toolkit; on any thread.
    ///
    /// @param compilation gives shapes and problems; null leaves them out
    /// @param title       what the picture is of
    /// @param out         is left open
    public void writeSvg(Design design, @Nullable Compilation compilation, String title, OutputStream out)
            throws IOException {
        Drawing drawing = new DrawingBuilder(registry).draw(design, compilation, Messages.in(locale));
        out.write(Svg.write(drawing, Tokens.of(mode.key()), title).getBytes(StandardCharsets.UTF_8));
    }

    /// Writes PDF. Needs no JavaFX toolkit; on any thread.
    ///
    /// @param compilation gives shapes and problems; null leaves them out
    /// @param title       what the document says it is
    /// @param out         is left open
    public void writePdf(Design design, @Nullable Compilation compilation, String title, OutputStream out)
            throws IOException {
        Drawing drawing = new DrawingBuilder(registry).draw(design, compilation, Messages.in(locale));
        Pdf.write(drawing, Tokens.of(mode.key()), title, out);
    }

    /// Writes PNG. On the JavaFX thread.
    ///
    /// @param compilation gives shapes and problems; null leaves them out
    /// @param scale       pixels of the picture for a pixel of the canvas at 100 %
    /// @param out         is left open
    public void writePng(Design design, @Nullable Compilation compilation, double scale, OutputStream out)
            throws IOException {
        Png.write(image(design, compilation, scale), out);
    }

    /// @return the picture; see [#writePng]
    public WritableImage image(Design design, @Nullable Compilation compilation, double scale) {
        FxThread.check();
        Words words = new Words(locale);
        Drawing drawing = new DrawingBuilder(registry).draw(design, compilation, words.messages());
        Rect area = Svg.area(drawing);
        Viewport viewport = new Viewport();
        viewport.resize(area.width(), area.height());
        viewport.pan(-area.x(), -area.y());
        GridView grid = new GridView(viewport);
        PlaneView plane = new PlaneView(viewport, UnaryOperator.identity());
        Pane root = new Pane(grid, plane);
        root.getStyleClass().addAll("nw-canvas", "nw-canvas-view");
        Scene scene = new Scene(root, area.width(), area.height());
        new Theme(mode, words).attach(scene);
        grid.resize(area.width(), area.height());
        plane.show(drawing, List.of());
        plane.cullAll();
        root.applyCss();
        root.layout();
        double fitted = Math.min(scale, LONGEST / Math.max(area.width(), area.height()));
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(new Scale(fitted, fitted));
        parameters.setViewport(new Rectangle2D(0, 0, area.width() * fitted, area.height() * fitted));
        return root.snapshot(parameters, null);
    }
}
