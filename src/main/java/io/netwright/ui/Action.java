package io.netwright.ui;

import io.netwright.text.Message;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/// Something a person can do, declared once: the top bar, the action search, menus and shortcuts are made from it.
///
///     Action.of("ui.action.undo", editor::undo).icon(Feather.CORNER_UP_LEFT).shortcut("Shortcut+Z")
///
/// An action knows no control. Its methods that change it are for the moment it is made.
public final class Action {

    private final String key;
    private final Runnable task;
    private ObservableValue<Message> label;
    private @Nullable ObservableValue<? extends @Nullable Ikon> icon;
    private @Nullable KeyCombination shortcut;
    private ObservableBooleanValue disabled = new SimpleBooleanProperty(false);
    private boolean primary;
    private boolean iconOnly;
    private boolean inBar;

    private Action(String key, Runnable task) {
        this.key = key;
        this.task = task;
        this.label = new ReadOnlyObjectWrapper<>(Message.of(key));
    }

    /// @param key  names it in the bundles and everywhere else
    /// @param task runs on the JavaFX thread
    public static Action of(String key, Runnable task) {
        return new Action(key, task);
    }

    /// Gives it words that change, such as what undo would undo.
    public Action label(ObservableValue<Message> words) {
        this.label = words;
        return this;
    }

    public Action icon(Ikon ikon) {
        return icon(new ReadOnlyObjectWrapper<>(ikon));
    }

    /// Gives it an icon that changes, such as from start to pause.
    public Action icon(ObservableValue<? extends @Nullable Ikon> ikon) {
        this.icon = ikon;
        return this;
    }

    /// @param combination such as `Shortcut+Z`, `Delete` or `Space`
    public Action shortcut(String combination) {
        return shortcut(KeyCombination.valueOf(combination));
    }

    public Action shortcut(KeyCombination combination) {
        this.shortcut = combination;
        return this;
    }

    /// Makes it impossible while `when` holds.
    public Action disabledWhen(ObservableBooleanValue when) {
        this.disabled = when;
        return this;
    }

    /// Shows it in the top bar, with icon and words.
    public Action inBar() {
        this.inBar = true;
        return this;
    }

    /// Shows it in the top bar as an icon with a tooltip.
    public Action iconInBar() {
        this.inBar = true;
        this.iconOnly = true;
        return this;
    }

    /// Shows it in the top bar as the one that matters most.
    public Action primary() {
        this.inBar = true;
        this.primary = true;
        return this;
    }

    public String key() {
        return key;
    }

    public ObservableValue<Message> label() {
        return label;
    }

    /// @return the icon as it changes; null where it has none
    public @Nullable ObservableValue<? extends @Nullable Ikon> icon() {
        return icon;
    }

    public Optional<KeyCombination> shortcut() {
        return Optional.ofNullable(shortcut);
    }

    public ObservableBooleanValue disabled() {
        return disabled;
    }

    public boolean isPrimary() {
        return primary;
    }

    public boolean isIconOnly() {
        return iconOnly;
    }

    public boolean isInBar() {
        return inBar;
    }

    /// Does it, unless it is impossible now.
    public void run() {
        if (!disabled.get()) {
            task.run();
        }
    }
}
