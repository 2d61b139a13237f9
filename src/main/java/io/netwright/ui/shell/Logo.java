package io.netwright.ui.shell;

import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/// The mark of the program, drawn after `assets/icons/netwright.svg`, so that it is sharp at every size: an N whose
/// corners are the nodes of a network.
final class Logo extends Pane {

    // the drawing's own measures
    private static final double SIDE = 480;
    private static final double LEFT = 144;
    private static final double RIGHT = 336;
    private static final double TOP = 136;
    private static final double BOTTOM = 344;
    private static final Color INNER = Color.web("#5b5bf0");

    private final double scale;

    /// @param size of its square, in pixels
    Logo(double size) {
        scale = size / SIDE;
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        Rectangle ground = new Rectangle(size, size);
        ground.setArcWidth(224 * scale);
        ground.setArcHeight(224 * scale);
        ground.setFill(new LinearGradient(
                0,
                0,
                1,
                1,
                true,
                CycleMethod.NO_CYCLE,
                new Stop(0, Color.web("#4a8dff")),
                new Stop(0.55, INNER),
                new Stop(1, Color.web("#8b3df0"))));
        getChildren().add(ground);
        line(16, 0.28, LEFT, TOP, RIGHT, TOP);
        line(16, 0.28, LEFT, BOTTOM, RIGHT, BOTTOM);
        line(16, 0.28, LEFT, BOTTOM, RIGHT, TOP);
        line(40, 1, LEFT, BOTTOM, LEFT, TOP, RIGHT, BOTTOM, RIGHT, TOP);
        node(LEFT, TOP, INNER);
        node(LEFT, BOTTOM, INNER);
        node(RIGHT, BOTTOM, INNER);
        node(RIGHT, TOP, Color.web("#ffb020"));
    }

    private void line(double width, double opacity, double... points) {
        Polyline line = new Polyline();
        for (double p : points) {
            line.getPoints().add(p * scale);
        }
        line.setStroke(Color.gray(1, opacity));
        line.setStrokeWidth(width * scale);
        line.setStrokeLineCap(StrokeLineCap.ROUND);
        line.setStrokeLineJoin(StrokeLineJoin.ROUND);
        line.setFill(null);
        getChildren().add(line);
    }

    private void node(double x, double y, Color inner) {
        getChildren()
                .addAll(
                        new Circle(x * scale, y * scale, 50 * scale, Color.WHITE),
                        new Circle(x * scale, y * scale, 23 * scale, inner));
    }
}
