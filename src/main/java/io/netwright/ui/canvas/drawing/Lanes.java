package io.netwright.ui.canvas.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Pulls apart pieces of wires that would lie on top of each other although they carry different values. Wires from the
/// same port keep sharing their way, which shows that they carry the same.
final class Lanes {

    private static final double APART = 8;
    /// Together the lanes stay within the clearance that routes keep from cards.
    private static final double MOST = 2 * Router.CLEARANCE - 6;

    private Lanes() {}

    /// A wire's way, and what tells whether two wires carry the same.
    record Line(Object source, Route route) {}

    private record Segment(int line, int index, boolean vertical, double at, double low, double high, Object source) {

        boolean meets(Segment s) {
            return vertical == s.vertical && Math.abs(at - s.at) < APART - 1 && low < s.high + 4 && s.low < high + 4;
        }
    }

    /// @return the routes, in the same order
    static List<Route> spread(List<Line> lines) {
        List<List<Point>> points = new ArrayList<>();
        Map<Long, List<Segment>> buckets = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            List<Point> route = lines.get(i).route().points();
            points.add(new ArrayList<>(route));
            // the first and the last piece touch ports and stay where they are
            for (int k = 1; k + 2 < route.size(); k++) {
                Segment s = segment(
                        i, k, route.get(k), route.get(k + 1), lines.get(i).source());
                buckets.computeIfAbsent(Math.round(s.at() / APART) * 2 + (s.vertical() ? 1 : 0), b -> new ArrayList<>())
                        .add(s);
            }
        }
        for (List<Segment> bucket : buckets.values()) {
            for (List<Segment> together : clusters(bucket)) {
                spread(together, points);
            }
        }
        return points.stream().map(Route::new).toList();
    }

    private static Segment segment(int line, int index, Point a, Point b, Object source) {
        return a.x() == b.x()
                ? new Segment(line, index, true, a.x(), Math.min(a.y(), b.y()), Math.max(a.y(), b.y()), source)
                : new Segment(line, index, false, a.y(), Math.min(a.x(), b.x()), Math.max(a.x(), b.x()), source);
    }

    private static List<List<Segment>> clusters(List<Segment> segments) {
        List<List<Segment>> clusters = new ArrayList<>();
        for (Segment s : segments) {
            List<Segment> merged = new ArrayList<>(List.of(s));
            clusters.removeIf(c -> c.stream().anyMatch(s::meets) && merged.addAll(c));
            clusters.add(merged);
        }
        return clusters;
    }

    private static void spread(List<Segment> together, List<List<Point>> points) {
        Map<Object, List<Segment>> bySource = new LinkedHashMap<>();
        together.stream()
                .sorted(Comparator.comparingDouble(s -> rank(s, points.get(s.line()))))
                .forEach(s -> bySource.computeIfAbsent(s.source(), k -> new ArrayList<>())
                        .add(s));
        int lanes = bySource.size();
        if (lanes < 2) {
            return;
        }
        double step = Math.min(APART, MOST / (lanes - 1));
        int lane = 0;
        for (List<Segment> segments : bySource.values()) {
            double shift = (lane++ - (lanes - 1) / 2.0) * step;
            for (Segment s : segments) {
                List<Point> route = points.get(s.line());
                for (int k = s.index(); k <= s.index() + 1; k++) {
                    Point p = route.get(k);
                    route.set(k, s.vertical() ? new Point(s.at() + shift, p.y()) : new Point(p.x(), s.at() + shift));
                }
            }
        }
    }

    // Which lane keeps wires from crossing: of horizontal pieces, the upper lane for the one whose ends lie higher; of
    // vertical pieces going down, the right lane for the one that starts higher, and the other way round going up.
    private static double rank(Segment s, List<Point> route) {
        Point before = route.get(s.index() - 1);
        Point first = route.get(s.index());
        Point second = route.get(s.index() + 1);
        Point after = route.get(s.index() + 2);
        if (!s.vertical()) {
            return before.y() + after.y();
        }
        return second.y() > first.y() ? -before.y() : before.y();
    }
}
