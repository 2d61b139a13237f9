package io.netwright.ui.canvas;

import io.netwright.network.Block;
import io.netwright.ui.Action;
import io.netwright.ui.canvas.drawing.Alignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Everything that can be done on the canvas, for the search over all actions and for whoever has no mouse. The keys
/// are those of [CanvasKeys]; they hold in the whole view, not on the canvas alone.
public final class CanvasActions {

    private static final Map<Alignment, String> KEYS = Map.of(
            Alignment.LEFT, "Alt+A",
            Alignment.CENTER, "Alt+H",
            Alignment.RIGHT, "Alt+D",
            Alignment.TOP, "Alt+W",
            Alignment.MIDDLE, "Alt+V",
            Alignment.BOTTOM, "Alt+S",
            Alignment.ACROSS, "Alt+Shift+H",
            Alignment.DOWN, "Alt+Shift+V");

    private final CanvasView view;
    private final CanvasViewModel model;
    private final BooleanBinding noNode;
    private final List<Action> actions = new ArrayList<>();

    private CanvasActions(CanvasView view) {
        this.view = view;
        this.model = view.model();
        this.noNode = Bindings.createBooleanBinding(() -> model.selection().isEmpty(), model.selectionProperty());
    }

    public static List<Action> of(CanvasView view) {
        return new CanvasActions(view).all();
    }

    private List<Action> all() {
        BooleanBinding notOne =
                Bindings.createBooleanBinding(() -> model.selection().size() != 1, model.selectionProperty());
        BooleanBinding notBlock =
                Bindings.createBooleanBinding(() -> !model.blocks().canOpen(), model.selectionProperty());
        BooleanBinding atTop = Bindings.createBooleanBinding(() -> model.level().isEmpty(), model.levelProperty());
        BooleanBinding nothing = noNode.and(Bindings.createBooleanBinding(
                () -> model.selectedWireProperty().get() == null, model.selectedWireProperty()));
        add("next", "N", Feather.PLUS_CIRCLE, () -> view.searches().layerAfterSelected())
                .disabledWhen(notOne);
        add("wireTo", "W", Feather.GIT_COMMIT, () -> view.searches().wireFromSelected())
                .disabledWhen(notOne);
        add("goTo", "Shortcut+F", Feather.CROSSHAIR, view::goToNode);
        add(
                        "rename",
                        "F2",
                        Feather.EDIT_3,
                        () -> view.rename(model.selection().iterator().next()))
                .disabledWhen(notOne);
        add("duplicate", "Shortcut+D", Feather.COPY, model.clipboard()::duplicate)
                .disabledWhen(noNode);
        add("copy", "Shortcut+C", Feather.COPY, model.clipboard()::copy).disabledWhen(noNode);
        add("cut", "Shortcut+X", Feather.SCISSORS, model.clipboard()::cut).disabledWhen(noNode);
        add("paste", "Shortcut+V", Feather.CLIPBOARD, () -> model.clipboard().paste(null));
        add("delete", "Delete", Feather.TRASH_2, () -> model.delete(false)).disabledWhen(nothing);
        add("reconnect", "Shift+Delete", Feather.MINIMIZE_2, () -> model.delete(true))
                .disabledWhen(noNode);
        add("group", "Shortcut+G", Feather.PACKAGE, () -> model.blocks().group())
                .disabledWhen(noNode);
        add("unpack", "Shortcut+Shift+G", Feather.LAYERS, () -> model.blocks().unpack())
                .disabledWhen(notOne);
        add("open", "Enter", Feather.LOG_IN, () -> model.blocks().open()).disabledWhen(notBlock);
        add("leave", "Esc", Feather.LOG_OUT, model::leave).disabledWhen(atTop);
        add("blockInput", null, Feather.ARROW_RIGHT, () -> model.blocks().addPort(Block.INPUT, view.middle()))
                .disabledWhen(atTop);
        add("blockOutput", null, Feather.ARROW_RIGHT, () -> model.blocks().addPort(Block.OUTPUT, view.middle()))
                .disabledWhen(atTop);
        add("unroll", null, Feather.MORE_HORIZONTAL, () -> model.blocks().unroll())
                .disabledWhen(notBlock);
        add("keep", null, Feather.BOOKMARK, model.wholes()::keep).disabledWhen(noNode);
        add("toBlock", null, Feather.BOX, () -> model.blocks().toBlock()).disabledWhen(notOne);
        add(
                "all",
                "Shortcut+A",
                Feather.CHECK_SQUARE,
                () -> model.select(model.network().nodes().keySet()));
        add("fitSelection", ".", Feather.MAXIMIZE, view::fitSelection);
        add("full", "1", Feather.ZOOM_IN, () -> view.viewport().zoomTo(1));
        for (Alignment alignment : Alignment.values()) {
            BooleanBinding few = Bindings.createBooleanBinding(
                    () -> model.selection().size() < alignment.least(), model.selectionProperty());
            add("align." + alignment.key(), KEYS.get(alignment), Feather.ALIGN_LEFT, () -> model.align(alignment))
                    .disabledWhen(few);
        }
        return actions;
    }

    private Action add(String what, @Nullable String keys, Feather icon, Runnable task) {
        Action action = Action.of("design.canvas.menu." + what, task).icon(icon);
        if (keys != null) {
            action.shortcut(KeyCombination.valueOf(keys));
        }
        actions.add(action);
        return action;
    }
}
