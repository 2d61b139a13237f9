package io.netwright.ui;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// What stands in a tooltip, one thing below the other at a fixed width. A popup asks its content for a height without
/// saying how wide it will be, to which a text that wraps answers with one word a line; this box answers for its width.
public final class TipBox extends VBox {

    private static final double WIDTH = 270;
    private static final Duration DELAY = Duration.millis(450);

    /// @param content texts that wrap, formulas and the like
    public TipBox(Node... content) {
        super(6, content);
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
    }

    /// @return a tooltip that shows this
    public Tooltip tooltip() {
        Tooltip tip = new Tooltip();
        tip.setShowDelay(DELAY);
        tip.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        tip.setGraphic(this);
        return tip;
    }

    @Override
    public @Nullable Orientation getContentBias() {
        return null;
    }

    @Override
    protected double computePrefHeight(double width) {
        return super.computePrefHeight(WIDTH);
    }

    @Override
    protected double computeMinHeight(double width) {
        return super.computePrefHeight(WIDTH);
    }
}
