package io.netwright.app;

import javafx.geometry.Orientation;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A panel at the side of a view, as wide as a person drags its inner edge.
final class SidePanel extends Region {

    /// Where it stands.
    enum Side {
        LEFT,
        RIGHT
    }

    private static final double EDGE = 5;
    private static final double NARROWEST = 0.85;
    private static final double WIDEST = 1.9;

    private final Node content;
    private final Region edge = new Region();
    private final Side side;
    private double width;
    private double pressedAt;
    private double pressedWidth;

    /// @param width to begin with, in pixels
    SidePanel(Node content, Side side, double width) {
        this.content = content;
        this.side = side;
        this.width = width;
        // a style may leave it out
        managedProperty().bind(visibleProperty());
        getStyleClass().addAll("nw-side-panel", side == Side.LEFT ? "nw-left" : "nw-right");
        edge.setCursor(Cursor.H_RESIZE);
        edge.getStyleClass().add("nw-side-edge");
        edge.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            pressedAt = e.getSceneX();
            pressedWidth = this.width;
            e.consume();
        });
        edge.addEventHandler(MouseEvent.MOUSE_DRAGGED, e -> {
            double by = e.getSceneX() - pressedAt;
            this.width = Math.clamp(pressedWidth + (side == Side.LEFT ? by : -by), width * NARROWEST, width * WIDEST);
            requestParentLayout();
            e.consume();
        });
        getChildren().addAll(content, edge);
    }

    @Override
    public @Nullable Orientation getContentBias() {
        return null;
    }

    @Override
    protected double computePrefWidth(double height) {
        return width;
    }

    @Override
    protected double computeMinWidth(double height) {
        return width;
    }

    @Override
    protected double computeMinHeight(double forWidth) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        // the line between panel and canvas is the panel's border
        double left = side == Side.LEFT ? 0 : 1;
        content.resizeRelocate(left, 0, getWidth() - 1, getHeight());
        edge.resizeRelocate(side == Side.LEFT ? getWidth() - EDGE : 0, 0, EDGE, getHeight());
    }
}
