package io.netwright.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Buttons and menu items made from [Action]s.
public final class ActionButtons {

    private ActionButtons() {}

    /// @return a button that looks as the action wants it; its id is the action's key, see [Ids]
    public static Button button(Action action, Words words) {
        Button button = new Button();
        button.setId(Ids.of(action.key()));
        button.textProperty().bind(words.text(action.label()));
        button.disableProperty().bind(action.disabled());
        button.setOnAction(e -> action.run());
        button.setFocusTraversable(true);
        button.setMnemonicParsing(false);
        if (action.icon() != null) {
            button.setGraphic(icon(action.icon()));
        }
        if (action.isPrimary()) {
            button.getStyleClass().add(Styles.PRIMARY);
        }
        if (action.isIconOnly()) {
            button.getStyleClass().addAll(Styles.QUIET, Styles.ICON_BUTTON);
            button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            button.accessibleTextProperty().bind(words.text(action.label()));
        }
        if (action.isIconOnly() || action.shortcut().isPresent()) {
            Tooltip tooltip = new Tooltip();
            tooltip.textProperty().bind(withShortcut(action, words));
            button.setTooltip(tooltip);
        }
        return button;
    }

    /// @return a menu item for the action
    public static MenuItem menuItem(Action action, Words words) {
        MenuItem item = new MenuItem();
        item.setId(Ids.of(action.key()));
        item.setMnemonicParsing(false);
        item.textProperty().bind(words.text(action.label()));
        item.disableProperty().bind(action.disabled());
        item.setOnAction(e -> action.run());
        action.shortcut().ifPresent(item::setAccelerator);
        if (action.icon() != null) {
            item.setGraphic(icon(action.icon()));
        }
        return item;
    }

    private static StringBinding withShortcut(Action action, Words words) {
        return words.compute(
                () -> {
                    String label = words.now(action.label().getValue());
                    return action.shortcut()
                            .map(k -> label + "   " + k.getDisplayText())
                            .orElse(label);
                },
                action.label());
    }

    private static FontIcon icon(ObservableValue<? extends @Nullable Ikon> ikon) {
        FontIcon icon = new FontIcon();
        icon.iconCodeProperty().bind(Bindings.createObjectBinding(ikon::getValue, ikon));
        return icon;
    }
}
