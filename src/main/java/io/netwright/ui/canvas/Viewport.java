package io.netwright.ui.canvas;

import io.netwright.ui.canvas.drawing.Point;
import io.netwright.ui.canvas.drawing.Rect;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/// Which part of the plane is in sight, and how large. `view = plane * zoom + offset`, both in pixels.
public final class Viewport {

    public static final double LEAST_ZOOM = 0.1;
    public static final double MOST_ZOOM = 4;

    private static final double PADDING = 32;

    private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
    private final ReadOnlyDoubleWrapper offsetX = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyDoubleWrapper offsetY = new ReadOnlyDoubleWrapper(0);
    private final List<Runnable> followers = new ArrayList<>();
    private double width;
    private double height;

    /// How the plane is seen.
    record Look(double zoom, double offsetX, double offsetY) {}

    Look look() {
        return new Look(zoom(), offsetX.get(), offsetY.get());
    }

    void look(Look next) {
        zoom.set(next.zoom());
        moveTo(next.offsetX(), next.offsetY());
    }

    public ReadOnlyDoubleProperty zoomProperty() {
        return zoom.getReadOnlyProperty();
    }

    public ReadOnlyDoubleProperty offsetXProperty() {
        return offsetX.getReadOnlyProperty();
    }

    public ReadOnlyDoubleProperty offsetYProperty() {
        return offsetY.getReadOnlyProperty();
    }

    /// @return 1 for 100 %
    public double zoom() {
        return zoom.get();
    }

    /// @return the part of the plane that is in sight
    public Rect visible() {
        Point corner = toPlane(0, 0);
        return new Rect(corner.x(), corner.y(), width / zoom(), height / zoom());
    }

    public Point toPlane(double viewX, double viewY) {
        return new Point((viewX - offsetX.get()) / zoom(), (viewY - offsetY.get()) / zoom());
    }

    public Point toView(double planeX, double planeY) {
        return new Point(planeX * zoom() + offsetX.get(), planeY * zoom() + offsetY.get());
    }

    /// Moves the plane by that many pixels of the view.
    public void pan(double dx, double dy) {
        moveTo(offsetX.get() + dx, offsetY.get() + dy);
    }

    /// Changes the zoom while the point of the plane under (viewX, viewY) stays there.
    public void zoomTo(double next, double viewX, double viewY) {
        Point fixed = toPlane(viewX, viewY);
        zoom.set(Math.clamp(next, LEAST_ZOOM, MOST_ZOOM));
        moveTo(viewX - fixed.x() * zoom(), viewY - fixed.y() * zoom());
    }

    /// Changes the zoom about the middle of the view.
    public void zoomTo(double next) {
        zoomTo(next, width / 2, height / 2);
    }

    /// Shows all of `area` as large as it goes, but not larger than 100 %.
    ///
    /// @param floor how much of the view stays free at the bottom, where things float
    public void fit(Rect area, double floor) {
        if (width <= 0 || height <= 0) {
            return;
        }
        double padding = Math.min(PADDING, Math.min(width, height) / 8);
        double tall = height - floor;
        double scale = Math.min((width - 2 * padding) / area.width(), (tall - 2 * padding) / area.height());
        zoom.set(Math.clamp(Math.min(scale, 1), LEAST_ZOOM, MOST_ZOOM));
        moveTo(width / 2 - area.centerX() * zoom(), tall / 2 - area.centerY() * zoom());
    }

    /// Shows all of `area` where that is legible, else its left end, as high as goes.
    ///
    /// @param legible the least zoom
    void fitRow(Rect area, double legible) {
        fit(area, 0);
        if (zoom() < legible && width > 0) {
            zoom.set(legible);
            moveTo(PADDING / 2 - area.x() * legible, height / 2 - area.centerY() * legible);
        }
    }

    /// Brings a point of the plane into the middle.
    public void center(double planeX, double planeY) {
        moveTo(width / 2 - planeX * zoom(), height / 2 - planeY * zoom());
    }

    /// Moves as little as needed to bring `area` into sight.
    public void reveal(Rect area) {
        Rect seen = visible().grow(-16 / zoom());
        double dx = Math.max(0, seen.x() - area.x()) - Math.max(0, area.right() - seen.right());
        double dy = Math.max(0, seen.y() - area.y()) - Math.max(0, area.bottom() - seen.bottom());
        if (dx != 0 || dy != 0) {
            pan(dx * zoom(), dy * zoom());
        }
    }

    void resize(double newWidth, double newHeight) {
        width = newWidth;
        height = newHeight;
    }

    /// Has `follower` run after each change, once for all that changed together.
    void onMoved(Runnable follower) {
        followers.add(follower);
    }

    // whole pixels, so that text and hairlines stay sharp at 100 %
    private void moveTo(double x, double y) {
        offsetX.set(Math.rint(x));
        offsetY.set(Math.rint(y));
        followers.forEach(Runnable::run);
    }
}
