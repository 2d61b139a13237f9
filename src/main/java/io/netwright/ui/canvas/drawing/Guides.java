package io.netwright.ui.canvas.drawing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Where a moved card lines up with others: its left edge, middle and right edge with theirs, and its
/// upper edge, so that wires run straight.
public final class Guides {

    private static final List<ToDoubleFunction<Rect>> ACROSS = List.of(Rect::x, Rect::centerX, Rect::right);
    /// Cards differ in height by what they have to tell, but not in where their first port is, seen from above.
    private static final List<ToDoubleFunction<Rect>> DOWN = List.of(Rect::y);

    private final List<Rect> others;
    private final double reach;

    /// A line that shows what lines up.
    public record Line(Point from, Point to) {}

    /// @param dx    how far the card is moved to line up; 0 where it does not
    /// @param dy    the same, downwards
    /// @param atX   whether an upright line was found
    /// @param atY   whether a level line was found
    /// @param lines what to draw
    public record Snap(double dx, double dy, boolean atX, boolean atY, List<Line> lines) {}

    /// @param others the cards that stay
    /// @param reach  how near is near enough
    public Guides(Collection<Rect> others, double reach) {
        this.others = List.copyOf(others);
        this.reach = reach;
    }

    public Snap snap(Rect moved) {
        double dx = nearest(moved, ACROSS);
        double dy = nearest(moved, DOWN);
        boolean atX = Double.isFinite(dx);
        boolean atY = Double.isFinite(dy);
        Rect at = new Rect(moved.x() + (atX ? dx : 0), moved.y() + (atY ? dy : 0), moved.width(), moved.height());
        List<Line> lines = new ArrayList<>();
        if (atX) {
            lines.addAll(lines(at, ACROSS, true));
        }
        if (atY) {
            lines.addAll(lines(at, DOWN, false));
        }
        return new Snap(atX ? dx : 0, atY ? dy : 0, atX, atY, lines);
    }

    private double nearest(Rect moved, List<ToDoubleFunction<Rect>> edges) {
        double best = Double.POSITIVE_INFINITY;
        for (Rect other : others) {
            for (ToDoubleFunction<Rect> edge : edges) {
                double d = edge.applyAsDouble(other) - edge.applyAsDouble(moved);
                if (Math.abs(d) <= reach && Math.abs(d) < Math.abs(best)) {
                    best = d;
                }
            }
        }
        return best;
    }

    // one line for each edge that lines up, as long as all that lies on it
    private List<Line> lines(Rect at, List<ToDoubleFunction<Rect>> edges, boolean upright) {
        List<Line> lines = new ArrayList<>();
        for (ToDoubleFunction<Rect> edge : edges) {
            double place = edge.applyAsDouble(at);
            double low = upright ? at.y() : at.x();
            double high = upright ? at.bottom() : at.right();
            boolean any = false;
            for (Rect other : others) {
                if (Math.abs(edge.applyAsDouble(other) - place) < 0.5) {
                    any = true;
                    low = Math.min(low, upright ? other.y() : other.x());
                    high = Math.max(high, upright ? other.bottom() : other.right());
                }
            }
            if (any) {
                lines.add(
                        upright
                                ? new Line(new Point(place, low), new Point(place, high))
                                : new Line(new Point(low, place), new Point(high, place)));
            }
        }
        return lines;
    }
}
