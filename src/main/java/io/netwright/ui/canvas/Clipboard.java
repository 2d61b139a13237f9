package io.netwright.ui.canvas;

import io.netwright.edit.Design;
import io.netwright.edit.Edits;
import io.netwright.network.Layout;
import io.netwright.network.Position;
import io.netwright.ui.canvas.drawing.AutoLayout;
import io.netwright.ui.canvas.drawing.Point;
import java.util.LinkedHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Copies nodes with the wires among them. What is copied stays within the program, and outlives the document it came
/// from.
final class Clipboard {

    /// How far a duplicate stands from its original.
    private static final double STEP = 2 * AutoLayout.GRID;

    private final CanvasViewModel model;
    private Design copied = Design.EMPTY;
    private int pastes;

    Clipboard(CanvasViewModel model) {
        this.model = model;
    }

    boolean isEmpty() {
        return copied.network().nodes().isEmpty();
    }

    void copy() {
        if (!model.selection().isEmpty()) {
            copied = selected();
            pastes = 0;
        }
    }

    void cut() {
        if (!model.selection().isEmpty()) {
            copy();
            model.apply(Edits.cut(model.selection()));
        }
    }

    /// @param middle where the middle of what is pasted goes; null puts it beside where it came from
    void paste(@Nullable Point middle) {
        if (isEmpty()) {
            return;
        }
        pastes++;
        double dx = pastes * STEP;
        double dy = dx;
        if (middle != null) {
            Point shift = Wholes.shift(model, copied, middle);
            dx = shift.x();
            dy = shift.y();
        }
        model.apply(Edits.paste(copied, dx, dy));
    }

    void duplicate() {
        Set<String> names = model.selection();
        if (!names.isEmpty()) {
            model.apply(Edits.duplicate(names, STEP, STEP));
        }
    }

    /// @return what is selected, with the places that automatic layout gave, so that a copy stands where it was seen
    Design selected() {
        Set<String> names = model.selection();
        Design only = model.editor().here().only(names);
        var positions = new LinkedHashMap<String, Position>();
        model.drawing().positions().forEach((name, p) -> {
            if (names.contains(name)) {
                positions.put(name, p);
            }
        });
        return new Design(only.network(), new Layout(positions));
    }
}
