package io.netwright.ui.step;

import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;

/// What stands at the right of the frames: several panels, of which one is in sight.
final class StepTools extends BorderPane {

    private final Words words;
    private final ToggleGroup group = new ToggleGroup();
    private final FlowPane chips = new FlowPane(6, 6);

    StepTools(Words words) {
        this.words = words;
        setId("step-tools");
        getStyleClass().addAll(Styles.PANEL, "nw-step-side-scroll");
        chips.getStyleClass().add("nw-step-tools");
        setTop(chips);
        group.selectedToggleProperty().addListener((p, was, is) -> {
            if (is == null) {
                group.selectToggle(was);
            } else if (is.getUserData() instanceof Node panel) {
                setCenter(panel);
            }
        });
    }

    /// Adds a panel behind those there are; the first is in sight.
    ///
    /// @param name of the panel, in the bundles and in ids
    /// @return this
    StepTools with(String name, ScrollPane panel) {
        ToggleButton chip = words.bind(new ToggleButton(), "step.tool." + name);
        chip.setId("step-tool-" + name);
        chip.setUserData(panel);
        chip.setToggleGroup(group);
        chip.getStyleClass().addAll(Styles.CHIP, "nw-toggle-chip");
        chips.getChildren().add(chip);
        if (group.getSelectedToggle() == null) {
            chip.setSelected(true);
        }
        return this;
    }
}
