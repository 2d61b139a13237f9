package io.netwright.ui.canvas.drawing;

import java.util.ArrayList;
import java.util.List;

/// The way that a wire takes: a line of horizontal and vertical pieces, whose corners are drawn round.
///
/// @param points from the output port to the input port; at least two
public record Route(List<Point> points) {

    /// How far before a corner the line begins to bend.
    public static final double RADIUS = 14;

    public Route {
        points = List.copyOf(points);
    }

    /// One piece of the drawn line.
    public sealed interface Piece {
        record Move(Point to) implements Piece {}

        record Line(Point to) implements Piece {}

        /// A quadratic curve.
        record Curve(Point control, Point to) implements Piece {}
    }

    /// @return what to draw
    public List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece.Move(points.getFirst()));
        for (int i = 1; i < points.size() - 1; i++) {
            Point before = points.get(i - 1);
            Point corner = points.get(i);
            Point after = points.get(i + 1);
            double radius = Math.min(RADIUS, Math.min(corner.distance(before), corner.distance(after)) / 2);
            pieces.add(new Piece.Line(toward(corner, before, radius)));
            pieces.add(new Piece.Curve(corner, toward(corner, after, radius)));
        }
        pieces.add(new Piece.Line(points.getLast()));
        return pieces;
    }

    private static Point toward(Point from, Point to, double distance) {
        double length = from.distance(to);
        double t = length == 0 ? 0 : distance / length;
        return new Point(from.x() + (to.x() - from.x()) * t, from.y() + (to.y() - from.y()) * t);
    }

    public double length() {
        double sum = 0;
        for (int i = 1; i < points.size(); i++) {
            sum += points.get(i - 1).distance(points.get(i));
        }
        return sum;
    }

    /// @param distance from the start, along the line
    public Point at(double distance) {
        double left = distance;
        for (int i = 1; i < points.size(); i++) {
            double piece = points.get(i - 1).distance(points.get(i));
            if (left <= piece) {
                return toward(points.get(i - 1), points.get(i), left);
            }
            left -= piece;
        }
        return points.getLast();
    }

    /// @return how far `p` is from the line
    public double distance(Point p) {
        double nearest = Double.MAX_VALUE;
        for (int i = 1; i < points.size(); i++) {
            nearest = Math.min(nearest, p.distance(points.get(i - 1), points.get(i)));
        }
        return nearest;
    }

    /// @return the smallest rectangle around the line
    public Rect bounds() {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (Point p : points) {
            left = Math.min(left, p.x());
            right = Math.max(right, p.x());
            top = Math.min(top, p.y());
            bottom = Math.max(bottom, p.y());
        }
        return new Rect(left, top, right - left, bottom - top);
    }

    /// @return whether the line passes through the inside of `rect`
    public boolean crosses(Rect rect) {
        for (int i = 1; i < points.size(); i++) {
            if (rect.isCrossedBy(points.get(i - 1), points.get(i))) {
                return true;
            }
        }
        return false;
    }
}
