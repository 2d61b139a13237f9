package io.netwright.ui.canvas;

import io.netwright.edit.Edits;
import io.netwright.network.Block;
import io.netwright.network.Node;
import io.netwright.network.Wire;
import io.netwright.ui.canvas.drawing.Card;
import io.netwright.ui.canvas.drawing.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// The menu of the right button, and of the menu key: what can be done with what lies there. Its keys are those of
/// [CanvasKeys] and are shown to be learnt.
final class CanvasMenu {

    private final CanvasView view;
    private final ContextMenu menu = new ContextMenu();

    CanvasMenu(CanvasView view) {
        this.view = view;
    }

    void install() {
        menu.setAutoHide(true);
        view.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, e -> {
            menu.getItems().setAll(items(e));
            menu.show(view, e.getScreenX(), e.getScreenY());
            e.consume();
        });
    }

    private List<MenuItem> items(ContextMenuEvent e) {
        Hit hit = e.isKeyboardTrigger() ? new Hit.Nothing() : view.hit(e.getPickResult(), e.getSceneX(), e.getSceneY());
        if (e.isKeyboardTrigger() && !view.model().selection().isEmpty()) {
            return forNodes();
        }
        return switch (hit) {
            case Hit.OnNode(Card card) -> forNode(card.name());
            case Hit.OnPort(NodeView node, PortView port) -> forNode(node.card().name());
            case Hit.OnWire(WireView wire) -> forWire(wire.line().wire(), local(e));
            case Hit.OnChip(ChipView chip) -> forWire(chip.wire().line().wire(), local(e));
            case Hit.Nothing() -> forCanvas(local(e));
        };
    }

    private Point2D local(ContextMenuEvent e) {
        return view.sceneToLocal(e.getSceneX(), e.getSceneY());
    }

    private List<MenuItem> forNode(String name) {
        if (!view.model().selection().contains(name)) {
            view.model().select(Set.of(name));
        }
        return forNodes();
    }

    private List<MenuItem> forNodes() {
        CanvasViewModel model = view.model();
        Set<String> names = model.selection();
        List<MenuItem> items = new ArrayList<>();
        if (names.size() == 1) {
            items.add(item("next", "N", view.searches()::layerAfterSelected));
            items.add(item("wireTo", "W", view.searches()::wireFromSelected));
            items.add(item("rename", "F2", () -> view.rename(names.iterator().next())));
        }
        items.add(item("duplicate", "Shortcut+D", model.clipboard()::duplicate));
        items.add(item("copy", "Shortcut+C", model.clipboard()::copy));
        items.add(item("cut", "Shortcut+X", model.clipboard()::cut));
        items.add(item("group", "Shortcut+G", () -> model.blocks().group()));
        model.network()
                .node(names.size() == 1 ? names.iterator().next() : "")
                .filter(Node::isBlock)
                .ifPresent(block -> {
                    items.addFirst(item("open", "Enter", () -> model.blocks().open()));
                    items.add(BlockMenu.repeat(model.blocks(), block, model.words()));
                });
        if (model.wholes().canKeep()) {
            items.add(item("keep", null, model.wholes()::keep));
        }
        if (model.blocks().canUnpack()) {
            items.add(item("unpack", "Shortcut+Shift+G", () -> model.blocks().unpack()));
        }
        items.add(new SeparatorMenuItem());
        items.add(item("reconnect", "Shift+Delete", () -> model.apply(Edits.deleteAndReconnect(names))));
        items.add(item("delete", "Delete", () -> model.apply(Edits.delete(names))));
        return items;
    }

    private List<MenuItem> forWire(Wire wire, Point2D at) {
        CanvasViewModel model = view.model();
        model.selectWire(wire);
        return List.of(
                item("explain", "Enter", () -> view.explain(wire, 0)),
                item("insert", null, () -> view.searches().layerInto(wire, at.getX(), at.getY())),
                item("delete", "Delete", () -> model.apply(Edits.deleteWire(wire))));
    }

    private List<MenuItem> forCanvas(Point2D at) {
        CanvasViewModel model = view.model();
        Point place = view.viewport().toPlane(at.getX(), at.getY());
        MenuItem paste = item("paste", "Shortcut+V", () -> model.clipboard().paste(place));
        paste.setDisable(model.clipboard().isEmpty());
        List<MenuItem> items = new ArrayList<>();
        items.add(item("add", "Shift+A", () -> view.searches().layerAt(at.getX(), at.getY())));
        items.add(paste);
        if (!model.level().isEmpty()) {
            items.add(item("blockInput", null, () -> model.blocks().addPort(Block.INPUT, place)));
            items.add(item("blockOutput", null, () -> model.blocks().addPort(Block.OUTPUT, place)));
            items.add(item("leave", "Esc", model::leave));
        }
        items.add(new SeparatorMenuItem());
        items.add(item(
                "all", "Shortcut+A", () -> model.select(model.network().nodes().keySet())));
        items.add(item("arrange", null, model::arrange));
        items.add(item("fit", null, view::fit));
        return items;
    }

    private MenuItem item(String what, @Nullable String keys, Runnable action) {
        MenuItem item = new MenuItem(view.model().words().now("design.canvas.menu." + what));
        item.setId("canvas-menu-" + what);
        item.setOnAction(e -> action.run());
        if (keys != null) {
            item.setAccelerator(KeyCombination.valueOf(keys));
        }
        return item;
    }
}
