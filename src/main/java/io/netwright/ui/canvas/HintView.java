package io.netwright.ui.canvas;

import io.netwright.text.Message;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// Words beside the pointer that say why something does not go, or what comes of it.
final class HintView extends Label {

    private static final double BESIDE = 16;

    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");

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

    /// @param said null shows nothing
    /// @param good  whether they are no objection
    void show(@Nullable Message said, boolean good, double sceneX, double sceneY) {
        if (said == null) {
            hide();
            return;
        }
        setText(words.now(said));
        pseudoClassStateChanged(GOOD, good);
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
