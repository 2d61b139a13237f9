package io.netwright.ui.export;

import io.netwright.exchange.ExportFormat;
import io.netwright.ui.Icons;
import io.netwright.ui.Styles;
import io.netwright.ui.Words;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

/// A format to choose: its name, and what it is good for.
///
/// A button asks its graphic how high it is without saying how wide, to which wrapping text answers with a letter a
/// line. This one asks for the height at its own width.
final class FormatCard extends ToggleButton {

    private final VBox text;

    FormatCard(Words words, ExportFormat format) {
        setId("format-" + format.id());
        setUserData(format);
        getStyleClass().add("nw-choice-card");
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        setAlignment(Pos.TOP_LEFT);
        String key = "panels.export.format." + format.id();
        Label help = words.bind(Icons.label(Styles.MUTED, Styles.SMALL), key + ".help");
        help.setWrapText(true);
        text = new VBox(3, words.bind(Icons.label(Styles.STRONG), key), help);
        setGraphic(text);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets insets = getInsets();
        double room = (width < 0 ? prefWidth(-1) : width) - insets.getLeft() - insets.getRight();
        return insets.getTop() + text.prefHeight(room) + insets.getBottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
