package io.netwright.ui.canvas;

import io.netwright.edit.Design;
import io.netwright.edit.Editor;
import io.netwright.edit.Edits;
import io.netwright.network.Layout;
import io.netwright.network.Node;
import io.netwright.ui.FxThread;
import io.netwright.ui.OwnPieces;
import io.netwright.ui.Stock;
import io.netwright.ui.canvas.drawing.AutoLayout;
import io.netwright.ui.canvas.drawing.CardMetrics;
import io.netwright.ui.canvas.drawing.Drawing;
import io.netwright.ui.canvas.drawing.DrawingBuilder;
import io.netwright.ui.canvas.drawing.Point;
import io.netwright.ui.canvas.drawing.Rect;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Templates and pieces: put onto the canvas as nodes like any others, in one step of the history, and pieces made of
/// what is selected.
final class Wholes {

    private final CanvasViewModel model;
    private final Executor background;
    private @Nullable OwnPieces pieces;

    /// @param background where networks without places are laid out
    Wholes(CanvasViewModel model, Executor background) {
        this.model = model;
        this.background = background;
    }

    /// Says where pieces are kept; until then none can be.
    void keepIn(OwnPieces where) {
        pieces = where;
    }

    /// @return what is kept
    List<Stock.Own> own() {
        return pieces == null
                ? List.of()
                : pieces.all().stream().map(Stock.Own::new).toList();
    }

    boolean canKeep() {
        return pieces != null && !model.selection().isEmpty();
    }

    /// Keeps what is selected, under the name of a block or of the first node.
    void keep() {
        OwnPieces where = pieces;
        if (where != null && canKeep()) {
            Design piece = model.clipboard().selected();
            Node first = piece.network().nodes().firstEntry().getValue();
            where.keep(first.name(), piece);
        }
    }

    /// Adds all of it.
    ///
    /// @param middle where its middle goes
    /// @param then   happens when it is there
    void add(Stock.Whole whole, Point middle, Runnable then) {
        Design design = whole.design();
        String title = whole.title(model.words());
        Set<String> names = design.network().nodes().keySet();
        if (design.layout().positions().keySet().containsAll(names)) {
            place(design, title, middle);
            then.run();
            return;
        }
        Editor editor = model.editor();
        List<String> level = model.level();
        background.execute(() -> {
            var places = AutoLayout.arrange(
                    design.network(), name -> new AutoLayout.Size(CardMetrics.WIDTH, CardMetrics.HEIGHT));
            FxThread.run(() -> {
                if (editor == model.editor() && level.equals(model.level())) {
                    place(
                            new Design(design.network(), new Layout(new java.util.LinkedHashMap<>(places))),
                            title,
                            middle);
                    then.run();
                }
            });
        });
    }

    private void place(Design design, String title, Point middle) {
        Point shift = shift(model, design, middle);
        model.apply(Edits.addWhole(title, design, shift.x(), shift.y()));
    }

    /// @return how far a design is to be moved for its middle to be at `middle`, in steps of the grid
    static Point shift(CanvasViewModel model, Design design, Point middle) {
        Drawing drawing = new DrawingBuilder(model.registry())
                .draw(design, null, model.words().messages());
        Rect bounds = drawing.bounds(design.network().nodes().keySet()).orElseThrow();
        return new Point(snapped(middle.x() - bounds.centerX()), snapped(middle.y() - bounds.centerY()));
    }

    private static double snapped(double d) {
        return Math.rint(d / AutoLayout.GRID) * AutoLayout.GRID;
    }
}
