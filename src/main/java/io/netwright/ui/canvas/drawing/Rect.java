package io.netwright.ui.canvas.drawing;

import java.util.Collection;
import java.util.Optional;

/// An upright rectangle on the canvas, in pixels at 100 %.
public record Rect(double x, double y, double width, double height) {

    /// @return the rectangle between two opposite corners, whichever they are
    public static Rect between(double x1, double y1, double x2, double y2) {
        return new Rect(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1));
    }

    /// @return the smallest rectangle around all of them; empty where there are none
    public static Optional<Rect> around(Collection<Rect> rects) {
        return rects.stream().reduce(Rect::union);
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public double centerX() {
        return x + width / 2;
    }

    public double centerY() {
        return y + height / 2;
    }

    public Rect union(Rect r) {
        double left = Math.min(x, r.x);
        double top = Math.min(y, r.y);
        return new Rect(left, top, Math.max(right(), r.right()) - left, Math.max(bottom(), r.bottom()) - top);
    }

    /// @return this with `by` more on each side
    public Rect grow(double by) {
        return new Rect(x - by, y - by, width + 2 * by, height + 2 * by);
    }

    public Rect moved(double dx, double dy) {
        return new Rect(x + dx, y + dy, width, height);
    }

    public boolean contains(double px, double py) {
        return px >= x && px <= right() && py >= y && py <= bottom();
    }

    /// @return whether they share more than an edge
    public boolean overlaps(Rect r) {
        return x < r.right() && r.x < right() && y < r.bottom() && r.y < bottom();
    }

    /// @return whether a horizontal or vertical line between the two points passes through the inside
    public boolean isCrossedBy(Point a, Point b) {
        return Math.min(a.x(), b.x()) < right()
                && Math.max(a.x(), b.x()) > x
                && Math.min(a.y(), b.y()) < bottom()
                && Math.max(a.y(), b.y()) > y;
    }
}
