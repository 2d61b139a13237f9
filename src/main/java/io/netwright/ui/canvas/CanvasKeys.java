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
            case UP -> {
                return nextWire(-1);
            }
            case DOWN -> {
                return nextWire(1);
            }
            case A -> model.select(model.network().nodes().keySet());
            case C -> model.clipboard().copy();
            case X -> model.clipboard().cut();
            case V -> model.clipboard().paste(pointer());
            case D -> model.clipboard().duplicate();
            case F -> view.goToNode();
            case G -> {
                return e.isShiftDown()
                        ? model.blocks().unpack()
                        : model.blocks().group();
            }
            case LEFT -> {
                return walkWires(false);
            }
            case RIGHT -> {
                return walkWires(true);
            }
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
            case DELETE, BACK_SPACE -> view.model().delete(e.isShiftDown());
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
            case ENTER -> {
                Wire wire = view.model().selectedWireProperty().get();
                if (wire == null) {
                    return view.model().blocks().open();
                }
                view.explain(wire, 0);
            }
            case ESCAPE -> {
                return escape();
            }
            case SPACE -> view.mouse().setSpace(true);
            case PERIOD, DECIMAL -> view.fitSelection();
            case DIGIT1, NUMPAD1 -> view.viewport().zoomTo(1);
            case N -> {
                return !e.isShiftDown() && later(view.searches()::layerAfterSelected);
            }
            case W -> {
                return !e.isShiftDown() && later(view.searches()::wireFromSelected);
            }
            case A -> {
                if (!e.isShiftDown()) {
                    return false;
                }
                later(this::search);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    // the letter itself is still to come, and is not for the field
    private static boolean later(Runnable opening) {
        FxThread.later(opening);
        return true;
    }

    /// From the selected node to a wire of it, another with each press, and from a wire to the node at its end.
    private boolean walkWires(boolean forward) {
        CanvasViewModel model = view.model();
        Wire wire = model.selectedWireProperty().get();
        if (wire == null) {
            if (model.selection().size() != 1) {
                return false;
            }
            String node = model.selection().iterator().next();
            model.network().wires().stream()
                    .filter(w -> (forward ? w.from() : w.to()).node().equals(node))
                    .findFirst()
                    .ifPresent(model::selectWire);
            return true;
        }
        view.focusNode((forward ? wire.to() : wire.from()).node());
        return true;
    }

    /// From one wire of a port to the next.
    private boolean nextWire(int step) {
        CanvasViewModel model = view.model();
        Wire wire = model.selectedWireProperty().get();
        if (wire == null) {
            return false;
        }
        List<Wire> siblings = model.network().wires().stream()
                .filter(w -> w.from().equals(wire.from())
                        || w.to().node().equals(wire.to().node()))
                .toList();
        model.selectWire(siblings.get(Math.floorMod(siblings.indexOf(wire) + step, siblings.size())));
        return true;
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
            view.model().select(Set.of());
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
        boolean something = view.closeExplanation()
                || view.mouse().cancel()
                || !model.selection().isEmpty()
                || model.selectedWireProperty().get() != null;
        model.selectWire(null);
        model.select(Set.of());
        return something || model.leave();
    }

    private void search() {
        Point p = view.mouse().pointer();
        if (p != null) {
            view.searches().layerAt(p.x(), p.y());
            return;
        }
        Rect seen = view.viewport().visible();
        Point middle = view.viewport().toView(seen.centerX(), seen.centerY());
        view.searches().layerAt(middle.x(), middle.y());
    }
}
