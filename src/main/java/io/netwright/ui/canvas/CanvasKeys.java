package io.netwright.ui.canvas;

import io.netwright.edit.Edits;
import io.netwright.network.Network;
import io.netwright.network.Position;
import io.netwright.network.Wire;
import io.netwright.ui.FxThread;
import io.netwright.ui.canvas.drawing.Point;
import io.netwright.ui.canvas.drawing.Rect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The canvas by keyboard. Keys typed into a field on the canvas are the field's.
final class CanvasKeys {

    private static final int FAR = 10;

    private final CanvasView view;

    CanvasKeys(CanvasView view) {
        this.view = view;
    }

    void install() {
        view.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (!(e.getTarget() instanceof TextInputControl) && pressed(e)) {
                e.consume();
            }
        });
        view.addEventHandler(KeyEvent.KEY_RELEASED, e -> {
            if (e.getCode() == KeyCode.SPACE) {
                view.mouse().setSpace(false);
            }
        });
        // a key let go elsewhere is never heard of here
        view.focusWithinProperty().subscribe(within -> {
            if (!within) {
                view.mouse().setSpace(false);
            }
        });
    }

    private boolean pressed(KeyEvent e) {
        return e.isShortcutDown() ? withShortcut(e) : !e.isAltDown() && plain(e);
    }

    private boolean withShortcut(KeyEvent e) {
        CanvasViewModel model = view.model();
        switch (e.getCode()) {
            case Z -> {
                if (e.isShiftDown()) {
                    model.editor().redo();
                } else {
                    model.editor().undo();
                }
            }
            case Y -> model.editor().redo();
            case A -> model.editor().select(model.network().nodes().keySet());
            case C -> model.clipboard().copy();
            case X -> model.clipboard().cut();
            case V -> model.clipboard().paste(pointer());
            case D -> model.clipboard().duplicate();
            default -> {
                return false;
            }
        }
        return true;
    }

    private @Nullable Point pointer() {
        Point p = view.mouse().pointer();
        return p == null ? null : view.viewport().toPlane(p.x(), p.y());
    }

    private boolean plain(KeyEvent e) {
        int step = e.isShiftDown() ? FAR : 1;
        switch (e.getCode()) {
            case DELETE, BACK_SPACE -> delete(e.isShiftDown());
            case LEFT -> nudge(-step, 0);
            case RIGHT -> nudge(step, 0);
            case UP -> nudge(0, -step);
            case DOWN -> nudge(0, step);
            case TAB -> {
                return walk(e.isShiftDown() ? -1 : 1);
            }
            case F2 -> {
                return rename();
            }
            case ESCAPE -> {
                return escape();
            }
            case SPACE -> view.mouse().setSpace(true);
            case PERIOD, DECIMAL -> view.fitSelection();
            case DIGIT1, NUMPAD1 -> view.viewport().zoomTo(1);
            case A -> {
                if (!e.isShiftDown()) {
                    return false;
                }
                // the letter itself is still to come, and is not for the field
                FxThread.later(this::search);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void delete(boolean reconnect) {
        CanvasViewModel model = view.model();
        Wire wire = model.selectedWireProperty().get();
        Set<String> nodes = model.selection();
        if (!nodes.isEmpty()) {
            model.apply(reconnect ? Edits.deleteAndReconnect(nodes) : Edits.delete(nodes));
        } else if (wire != null) {
            model.apply(Edits.deleteWire(wire));
        }
    }

    private void nudge(int right, int down) {
        CanvasViewModel model = view.model();
        Map<String, Position> to = new LinkedHashMap<>();
        model.drawing().positions().forEach((name, p) -> {
            if (model.selection().contains(name)) {
                to.put(name, p.plus(right * GridView.SPACING, down * GridView.SPACING));
            }
        });
        if (!to.isEmpty()) {
            model.apply(Edits.move(to).merging("nudge"));
            view.revealSelection();
        }
    }

    // at either end the focus goes on to the next control, so that nobody is caught here
    private boolean walk(int step) {
        CanvasViewModel model = view.model();
        Network network = model.network();
        List<String> order = Wiring.inOrder(network);
        Set<String> selection = model.selection();
        int at = selection.isEmpty() ? -1 : order.indexOf(selection.iterator().next());
        int next = at < 0 ? (step > 0 ? 0 : -1) : at + step;
        if (next < 0 || next >= order.size()) {
            view.model().editor().select(Set.of());
            view.requestFocus();
            return false;
        }
        view.focusNode(order.get(next));
        return true;
    }

    private boolean rename() {
        Set<String> selection = view.model().selection();
        if (selection.size() != 1) {
            return false;
        }
        view.rename(selection.iterator().next());
        return true;
    }

    private boolean escape() {
        CanvasViewModel model = view.model();
        boolean something = view.mouse().cancel()
                || !model.selection().isEmpty()
                || model.selectedWireProperty().get() != null;
        model.selectWire(null);
        model.editor().select(Set.of());
        return something;
    }

    private void search() {
        Point p = view.mouse().pointer();
        if (p != null) {
            view.searchAt(p.x(), p.y());
            return;
        }
        Rect seen = view.viewport().visible();
        Point middle = view.viewport().toView(seen.centerX(), seen.centerY());
        view.searchAt(middle.x(), middle.y());
    }
}
