package io.netwright.ui.canvas.drawing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Finds ways for wires around cards. Wires leave to the right and arrive from the left.
///
/// Most wires are straight or have one vertical piece; that is tried first. Where a card is in the way, or the target
/// lies behind, the cheapest way over the lines that run between the cards nearby is searched (A*): short, with few
/// corners, in the middle of gaps rather than along edges. Only where the cards leave no way at all does a wire run
/// behind one.
final class Router {

    /// How far wires keep from cards.
    static final double CLEARANCE = 12;

    /// How far a wire runs straight out of a port and into one.
    static final double STUB = 20;

    /// How far from its ends a wire looks for a way, and therefore which cards can change it.
    static final double REACH = 260;

    private static final int MOST_OBSTACLES = 28;

    private final RectIndex cards;

    /// @param cards everything that wires should go around, the wires' own cards included
    Router(Collection<Rect> cards) {
        this.cards = new RectIndex(cards);
    }

    /// @param from an output port, on the right edge of its card
    /// @param to   an input port, on the left edge of its card
    Route route(Point from, Point to) {
        Point start = new Point(from.x() + STUB, from.y());
        Point end = new Point(to.x() - STUB, to.y());
        if (from.y() == to.y() && to.x() > from.x() && isFree(from, to)) {
            return new Route(List.of(from, to));
        }
        if (end.x() >= start.x()) {
            double middle = (start.x() + end.x()) / 2;
            for (double x : new double[] {middle, start.x(), end.x()}) {
                Point a = new Point(x, from.y());
                Point b = new Point(x, to.y());
                if (isFree(from, a) && isFree(a, b) && isFree(b, to)) {
                    return new Route(List.of(from, a, b, to));
                }
            }
        }
        List<Point> points = new ArrayList<>();
        points.add(from);
        points.addAll(search(start, end));
        points.add(to);
        return new Route(simplified(points));
    }

    // a little less than the clearance, so that a line along an edge of it is free; a wire's own ports touch its cards
    private boolean isFree(Point a, Point b) {
        Rect line = Rect.between(a.x(), a.y(), b.x(), b.y());
        Rect around = new Rect(
                line.x() + 0.5,
                line.y() - CLEARANCE + 1,
                Math.max(line.width() - 1, 0.5),
                line.height() + 2 * CLEARANCE - 2);
        if (line.width() < 1) {
            around = new Rect(
                    line.x() - CLEARANCE + 1, line.y() + 0.5, 2 * CLEARANCE - 2, Math.max(line.height() - 1, 0.5));
        }
        return !cards.isTaken(around);
    }

    private List<Point> search(Point start, Point end) {
        Rect corridor = Rect.between(start.x(), start.y(), end.x(), end.y()).grow(REACH - STUB);
        List<Rect> near = nearest(cards.in(corridor), start, end);
        double[] xs = lines(near, true, start.x(), end.x());
        double[] ys = lines(near, false, start.y(), end.y());
        return new RouteSearch(near, xs, ys).way(start, end);
    }

    private static List<Rect> nearest(Set<Rect> rects, Point a, Point b) {
        return rects.stream()
                .sorted((p, q) -> Double.compare(distance(p, a, b), distance(q, a, b)))
                .limit(MOST_OBSTACLES)
                .toList();
    }

    private static double distance(Rect r, Point a, Point b) {
        return new Point(r.centerX(), r.centerY()).distance(a, b);
    }

    // beside each card, and in the middle of each gap between neighbours
    private static double[] lines(List<Rect> cards, boolean vertical, double start, double end) {
        TreeSet<Double> at = new TreeSet<>(List.of(start, end, (start + end) / 2));
        TreeSet<Double> edges = new TreeSet<>();
        for (Rect r : cards) {
            double low = vertical ? r.x() : r.y();
            double high = vertical ? r.right() : r.bottom();
            at.add(low - CLEARANCE);
            at.add(high + CLEARANCE);
            edges.add(low);
            edges.add(high);
        }
        Double before = null;
        for (double edge : edges) {
            if (before != null && edge - before > 2 * CLEARANCE) {
                at.add((before + edge) / 2);
            }
            before = edge;
        }
        return at.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<Point> simplified(List<Point> points) {
        List<Point> result = new ArrayList<>();
        for (Point p : points) {
            int n = result.size();
            if (n > 0 && result.get(n - 1).equals(p)) {
                continue;
            }
            if (n > 1 && onOneLine(result.get(n - 2), result.get(n - 1), p)) {
                result.set(n - 1, p);
            } else {
                result.add(p);
            }
        }
        return result;
    }

    private static boolean onOneLine(Point a, Point b, Point c) {
        return a.x() == b.x() && b.x() == c.x() || a.y() == b.y() && b.y() == c.y();
    }
}
