package io.netwright.ui.shell;

import io.netwright.ui.Action;
import java.util.List;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/// Runs the action whose shortcut is pressed, after whatever has the keyboard had its chance to use the key itself.
final class Shortcuts implements EventHandler<KeyEvent> {

    private final Supplier<List<Action>> actions;

    /// @param actions what holds now; the first that fits is taken
    Shortcuts(Supplier<List<Action>> actions) {
        this.actions = actions;
    }

    @Override
    public void handle(KeyEvent e) {
        boolean typing = e.getTarget() instanceof TextInputControl;
        boolean plain = !e.isShortcutDown() && !e.isAltDown() && !e.getCode().isFunctionKey();
        if (typing && plain) {
            // letters, Delete and arrows belong to the text
            return;
        }
        for (Action action : actions.get()) {
            if (action.shortcut().filter(k -> k.match(e)).isPresent()
                    && !action.disabled().get()) {
                e.consume();
                action.run();
                return;
            }
        }
    }
}
