package io.netwright.ui;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// How the classes of points are told apart: by colour and by shape, so that nobody depends on colours. The same in
/// both themes, as those of the layer families are.
public final class Marks {

    private static final Color[] COLOURS = {
        Color.web("#3b82f6"),
        Color.web("#ea7a2f"),
        Color.web("#22a765"),
        Color.web("#8b5cf6"),
        Color.web("#e0529c"),
        Color.web("#d99a1c"),
        Color.web("#06a3c4"),
        Color.web("#e5484d"),
        Color.web("#7a8699"),
        Color.web("#7fa31f"),
    };
    private static final Color LOW = Color.web("#e5484d");
    private static final Color MIDDLE = Color.web("#a8b0bd");
    private static final Color HIGH = Color.web("#3b82f6");
    private static final int SHAPES = 7;

    private Marks() {}

    public static Color colour(int index) {
        return COLOURS[index % COLOURS.length];
    }

    /// @param at from 0, the lowest value, to 1, the highest
    public static Color scale(double at) {
        return at < 0.5 ? LOW.interpolate(MIDDLE, 2 * at) : MIDDLE.interpolate(HIGH, 2 * at - 1);
    }

    /// Draws the mark of a class around (x, y).
    ///
    /// @param r half its width
    public static void draw(GraphicsContext g, int index, double x, double y, double r) {
        g.setFill(colour(index));
        g.setStroke(colour(index));
        switch (index % SHAPES) {
            case 0 -> dot(g, x, y, r);
            case 1 ->
                g.fillPolygon(
                        new double[] {x, x + 1.15 * r, x - 1.15 * r}, new double[] {y - 1.2 * r, y + r, y + r}, 3);
            case 2 -> g.fillRect(x - 0.9 * r, y - 0.9 * r, 1.8 * r, 1.8 * r);
            case 3 ->
                g.fillPolygon(
                        new double[] {x, x + 1.25 * r, x, x - 1.25 * r},
                        new double[] {y - 1.25 * r, y, y + 1.25 * r, y},
                        4);
            case 4 -> {
                g.setLineWidth(0.7 * r);
                g.strokeLine(x - r, y, x + r, y);
                g.strokeLine(x, y - r, x, y + r);
            }
            case 5 ->
                g.fillPolygon(
                        new double[] {x, x + 1.15 * r, x - 1.15 * r}, new double[] {y + 1.2 * r, y - r, y - r}, 3);
            default -> {
                g.setLineWidth(0.7 * r);
                g.strokeLine(x - r, y - r, x + r, y + r);
                g.strokeLine(x - r, y + r, x + r, y - r);
            }
        }
    }

    /// Draws a point of a value; the fill is set by the caller.
    public static void dot(GraphicsContext g, double x, double y, double r) {
        g.fillOval(x - r, y - r, 2 * r, 2 * r);
    }

    /// @return the mark of a class for a legend
    public static Canvas icon(int index) {
        Canvas canvas = new Canvas(12, 12);
        draw(canvas.getGraphicsContext2D(), index, 6, 6, 4);
        return canvas;
    }
}
