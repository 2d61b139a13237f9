package io.netwright.ui.canvas;

import io.netwright.ui.canvas.drawing.ShapeText;
import javafx.scene.control.Label;

/// The shape on a wire. A click on one of its sizes asks where it comes from.
final class ChipView extends Label {

    private final WireView wire;

    ChipView(WireView wire) {
        this.wire = wire;
        getStyleClass().addAll("nw-wire-chip", "nw-mono");
        setManaged(false);
        setPickOnBounds(true);
    }

    WireView wire() {
        return wire;
    }

    /// @param x within the chip
    /// @return which of the sizes written on the chip is there, from 0
    int sizeAt(double x) {
        return ShapeText.indexAt(getText(), x / Math.max(1, getWidth()));
    }
}
