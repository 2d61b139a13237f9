package io.netwright.ui.canvas;

import io.netwright.network.Node;
import io.netwright.ui.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/// How often a block is repeated, as a menu: the usual numbers, whether the copies share their weights, and writing
/// them out.
final class BlockMenu {

    private static final List<Integer> USUAL = List.of(1, 2, 3, 4, 6, 8, 12, 24);

    private BlockMenu() {}

    static Menu repeat(BlockMaking blocks, Node block, Words words) {
        Menu menu = new Menu(words.now("design.canvas.menu.repeat"));
        menu.setId("canvas-menu-repeat");
        ToggleGroup group = new ToggleGroup();
        List<MenuItem> items = new ArrayList<>();
        for (int n : USUAL) {
            RadioMenuItem item = new RadioMenuItem(
                    n == 1 ? words.now("design.canvas.menu.once") : words.now("design.canvas.menu.times", n));
            item.setId("canvas-menu-repeat-" + n);
            item.setToggleGroup(group);
            item.setSelected(block.copies() == n);
            item.setOnAction(e -> blocks.repeat(n));
            items.add(item);
        }
        CheckMenuItem linked = new CheckMenuItem(words.now("design.canvas.menu.linked"));
        linked.setId("canvas-menu-linked");
        linked.setSelected(blocks.isLinked());
        linked.setDisable(block.copies() == 1);
        linked.setOnAction(e -> blocks.link(linked.isSelected()));
        MenuItem unroll = new MenuItem(words.now("design.canvas.menu.unroll"));
        unroll.setId("canvas-menu-unroll");
        unroll.setDisable(block.copies() == 1);
        unroll.setOnAction(e -> blocks.unroll());
        items.addAll(List.of(new SeparatorMenuItem(), linked, unroll));
        menu.getItems().setAll(items);
        return menu;
    }
}
