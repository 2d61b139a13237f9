package io.netwright.ui.step;

import io.netwright.ui.Words;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/// Chooses how far one step goes.
final class GranularityMenu {

    private final ContextMenu menu = new ContextMenu();

    GranularityMenu(StepViewModel model, Words words) {
        ToggleGroup group = new ToggleGroup();
        for (Granularity g : Granularity.values()) {
            RadioMenuItem item = new RadioMenuItem();
            item.setId("step-by-" + g.key());
            item.textProperty().bind(words.text("step.by." + g.key()));
            item.setToggleGroup(group);
            item.setOnAction(e -> model.stepBy(g));
            menu.getItems().add(item);
        }
        menu.setOnShowing(
                e -> ((RadioMenuItem) menu.getItems().get(model.granularity().ordinal())).setSelected(true));
    }

    /// Opens below `anchor`, or closes where it is open.
    void toggle(Node anchor) {
        if (menu.isShowing()) {
            menu.hide();
        } else {
            menu.show(anchor, Side.BOTTOM, 0, 4);
        }
    }
}
