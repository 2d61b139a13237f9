package io.netwright.ui.shell;

import io.netwright.ui.Icons;
import io.netwright.ui.Session;
import io.netwright.ui.View;
import io.netwright.ui.Words;
import java.util.List;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.VBox;

/// The views, one below the other in the order of the work; the one that is shown is marked.
final class Rail extends VBox {

    Rail(Session session, Words words, List<View> views) {
        getStyleClass().add("nw-rail");
        ToggleGroup group = new ToggleGroup();
        for (View view : views) {
            ToggleButton button = new ToggleButton();
            button.setId("rail-" + view.id().key());
            words.bind(button, view.id().wordKey());
            button.setGraphic(Icons.of(view.id().icon()));
            button.setContentDisplay(ContentDisplay.TOP);
            button.getStyleClass().add("nw-rail-button");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setToggleGroup(group);
            KeyCombination shortcut = view.id().shortcut();
            button.setTooltip(new Tooltip(shortcut.getDisplayText()));
            button.setSelected(session.viewProperty().get() == view.id());
            // the shown one cannot be switched off, only another one on
            button.setOnAction(e -> {
                button.setSelected(true);
                session.viewProperty().set(view.id());
            });
            session.viewProperty().addListener((property, was, is) -> button.setSelected(is == view.id()));
            getChildren().add(button);
        }
    }
}
