package io.netwright.ui.evaluate;

import java.util.Arrays;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// A picture to be drawn with the mouse, a pixel as large as a fingertip: a stroke fills the pixels that it covers, by
/// how much of them it covers.
final class DrawPad extends Region {

    private static final double SIDE = 200;
    /// Half the width of a stroke, in pixels of the picture.
    private static final double RADIUS = 0.85;

    private final int width;
    private final int height;
    private final double[] ink;
    private final Canvas canvas = new Canvas();
    private final double zoom;
    private Runnable changed = () -> {};
    private double lastX;
    private double lastY;

    DrawPad(int width, int height) {
        this.width = width;
        this.height = height;
        this.ink = new double[width * height];
        this.zoom = Math.floor(SIDE / Math.max(width, height));
        setId("draw-pad");
        getStyleClass().add("nw-draw-pad");
        canvas.setWidth(width * zoom);
        canvas.setHeight(height * zoom);
        canvas.relocate(1, 1);
        getChildren().add(canvas);
        setMinSize(width * zoom + 2, height * zoom + 2);
        setMaxSize(width * zoom + 2, height * zoom + 2);
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            lastX = e.getX();
            lastY = e.getY();
            stroke(e);
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::stroke);
        paint();
    }

    void onChange(Runnable action) {
        changed = action;
    }

    void clear() {
        Arrays.fill(ink, 0);
        paint();
        changed.run();
    }

    /// Shows a picture in place of what was drawn.
    ///
    /// @param pixels how light each pixel is, from 0 to 1, row by row. Not modified.
    void draw(double[] pixels) {
        System.arraycopy(pixels, 0, ink, 0, ink.length);
        paint();
        changed.run();
    }

    /// Makes light what is dark: a digit on paper is dark on light, one that is drawn here light on dark.
    void invert() {
        Arrays.setAll(ink, i -> 1 - ink[i]);
        paint();
        changed.run();
    }

    /// @return how dark each pixel is, from 0 to 1, row by row; a copy
    double[] ink() {
        return ink.clone();
    }

    private void stroke(MouseEvent e) {
        double length = Math.hypot(e.getX() - lastX, e.getY() - lastY);
        int steps = (int) Math.ceil(length / (zoom / 3)) + 1;
        for (int i = 1; i <= steps; i++) {
            double t = (double) i / steps;
            dab((lastX + t * (e.getX() - lastX)) / zoom, (lastY + t * (e.getY() - lastY)) / zoom);
        }
        lastX = e.getX();
        lastY = e.getY();
        paint();
        changed.run();
        e.consume();
    }

    private void dab(double x, double y) {
        for (int row = 0; row < height; row++) {
            for (int col = 0; col < width; col++) {
                double distance = Math.hypot(col + 0.5 - x, row + 0.5 - y);
                double covered = Math.clamp(RADIUS + 0.5 - distance, 0, 1);
                ink[row * width + col] = Math.max(ink[row * width + col], covered);
            }
        }
    }

    private void paint() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        for (int i = 0; i < ink.length; i++) {
            g.setFill(Color.gray(ink[i]));
            int row = i / width;
            g.fillRect(i % width * zoom, row * zoom, zoom, zoom);
        }
    }
}
