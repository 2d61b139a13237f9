package io.netwright.ui.canvas.drawing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds places for the shapes on wires: on the wire, near its middle, where they cover no port, no card and no other
/// chip; where the wire is too short for that, just above the gap that it bridges.
final class Chips {

    static final double HEIGHT = 18;
    private static final double PADDING = 7;
    /// The advance of the monospaced face at 11 px.
    private static final double CHARACTER = 6.6;
    private static final double FROM_PORTS = 4;
    private static final double STEP = 12;

    private final RectIndex taken;
    private final RectIndex ports = new RectIndex(List.of());

    Chips(Collection<Card> cards) {
        taken = new RectIndex(cards.stream().map(Card::bounds).toList());
        double reach = CardMetrics.PORT_RADIUS + FROM_PORTS;
        cards.forEach(c -> c.spots().forEach(s -> ports.add(new Rect(s.at().x(), s.at().y(), 0, 0).grow(reach))));
    }

    static double width(String text) {
        return text.length() * CHARACTER + 2 * PADDING;
    }

    /// @return where the chip goes, which is then taken; null where it would cover something anywhere
    @Nullable
    Rect place(Route route, String text) {
        double width = width(text);
        for (Point middle : candidates(route)) {
            Rect chip = new Rect(middle.x() - width / 2, middle.y() - HEIGHT / 2, width, HEIGHT);
            if (!taken.isTaken(chip.grow(1)) && !ports.isTaken(chip)) {
                taken.add(chip);
                return chip;
            }
        }
        return null;
    }

    private static List<Point> candidates(Route route) {
        List<Point> points = new ArrayList<>();
        // the longest level piece first: there the chip lies along the wire
        Point[] longest = longestLevelPiece(route);
        if (longest != null) {
            points.add(new Point((longest[0].x() + longest[1].x()) / 2, longest[0].y()));
        }
        double length = route.length();
        for (double off = 0; off < length / 2; off += STEP) {
            points.add(route.at(length / 2 + off));
            points.add(route.at(length / 2 - off));
        }
        Point middle = route.at(length / 2);
        double above = CardMetrics.PORT_Y + HEIGHT / 2 + 3;
        points.add(new Point(middle.x(), middle.y() - above));
        points.add(new Point(middle.x(), middle.y() + CardMetrics.HEIGHT - CardMetrics.PORT_Y + HEIGHT / 2 + 3));
        points.add(new Point(middle.x(), middle.y() - above - HEIGHT - 3));
        return points;
    }

    private static Point @Nullable [] longestLevelPiece(Route route) {
        Point[] longest = null;
        double length = 40;
        for (int i = 1; i < route.points().size(); i++) {
            Point a = route.points().get(i - 1);
            Point b = route.points().get(i);
            if (a.y() == b.y() && a.distance(b) > length) {
                length = a.distance(b);
                longest = new Point[] {a, b};
            }
        }
        return longest;
    }
}
