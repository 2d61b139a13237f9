package io.netwright.ui.canvas.drawing;

/// A point on the canvas, in pixels at 100 %.
public record Point(double x, double y) {

    public double distance(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    /// @return how far this is from the line between `a` and `b`
    public double distance(Point a, Point b) {
        double dx = b.x - a.x;
        double dy = b.y - a.y;
        double length = dx * dx + dy * dy;
        double t = length == 0 ? 0 : Math.clamp(((x - a.x) * dx + (y - a.y) * dy) / length, 0.0, 1.0);
        return Math.hypot(x - a.x - t * dx, y - a.y - t * dy);
    }
}
