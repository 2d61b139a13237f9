package io.netwright.ui;

import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The views, in the order of the rail, which is the order of the work.
public enum ViewId {
    DESIGN(Feather.SHARE_2, KeyCode.DIGIT1),
    DATA(Feather.DATABASE, KeyCode.DIGIT2),
    TRAIN(Feather.TRENDING_UP, KeyCode.DIGIT3),
    STEP(Feather.SKIP_BACK, KeyCode.DIGIT4),
    EVALUATE(Feather.GRID, KeyCode.DIGIT5),
    EXPORT(Feather.UPLOAD, KeyCode.DIGIT6);

    private final Ikon icon;
    private final KeyCode key;

    ViewId(Ikon icon, KeyCode key) {
        this.icon = icon;
        this.key = key;
    }

    public Ikon icon() {
        return icon;
    }

    /// @return the key of its name in the bundles
    public String wordKey() {
        return "ui.view." + key();
    }

    /// @return its name on the command line, such as `train`
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @return what switches to it
    public KeyCombination shortcut() {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
    }
}
