package io.netwright.ui.canvas;

import io.netwright.text.Message;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// Words beside the pointer that say why something does not go.
final class HintView extends Label {

    private static final double BESIDE = 16;

    private final Words words;

    HintView(Words words) {
        this.words = words;
        getStyleClass().addAll("nw-hint", Styles.FLOATING);
        setWrapText(true);
        setMaxWidth(280);
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
    }

    /// @param why null shows nothing
    void show(@Nullable Message why, double sceneX, double sceneY) {
        if (why == null) {
            hide();
            return;
        }
        setText(words.now(why));
        setVisible(true);
        Point2D at = getParent().sceneToLocal(sceneX, sceneY);
        autosize();
        double right = getParent().getLayoutBounds().getWidth() - getWidth() - BESIDE;
        relocate(Math.min(at.getX() + BESIDE, right), at.getY() + BESIDE);
    }

    void hide() {
        setVisible(false);
    }
}
