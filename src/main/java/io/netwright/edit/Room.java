package io.netwright.edit;

import io.netwright.network.Layout;
import io.netwright.network.Position;
import io.netwright.network.Wire;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// How much room nodes take on the canvas, and making some for one more between two. Lengths are pixels at 100 %.
public final class Room {

    /// A node's card.
    public static final double WIDTH = 176;

    /// A card with one port on each side and nothing to complain of.
    public static final double HEIGHT = 56;

    /// From a card to the next one in its row: a wire, and the shape on it.
    public static final double GAP = 112;

    /// The least gap that a card is put between others with.
    private static final double LEAST_GAP = 32;

    private static final double GRID = 16;

    private Room() {}

    /// Puts a card into a wire that runs along a row, or on to the next row. Where there is too little room, the rest
    /// of the row moves to the right.
    ///
    /// @param name of the new node
    /// @return where it stands and where those stand that moved; empty where the wire runs otherwise, or its ends have
    ///   no place
    static Map<String, Position> between(Layout layout, Wire wire, String name) {
        Optional<Position> from = layout.of(wire.from().node());
        Optional<Position> to = layout.of(wire.to().node());
        if (from.isEmpty() || to.isEmpty() || isOverOthers(layout, wire, from.get(), to.get())) {
            return Map.of();
        }
        Position a = from.get();
        Position b = to.get();
        if (isInRow(a, b)) {
            double room = b.x() - a.x() - WIDTH;
            if (room >= WIDTH + 2 * LEAST_GAP) {
                double x = Math.rint((a.x() + b.x()) / 2 / GRID) * GRID;
                return Map.of(name, new Position(x, a.y()));
            }
            Position at = new Position(a.x() + WIDTH + GAP, a.y());
            return shifted(layout, b, at.x() + WIDTH + GAP - b.x(), name, at);
        }
        // at the beginning of the next row
        return b.x() <= a.x() && b.y() > a.y() ? shifted(layout, b, WIDTH + GAP, name, b) : Map.of();
    }

    private static boolean isInRow(Position a, Position b) {
        return b.x() > a.x() + WIDTH && Math.abs(b.y() - a.y()) < HEIGHT;
    }

    // a wire that goes around a card in between, such as a skip connection
    private static boolean isOverOthers(Layout layout, Wire wire, Position a, Position b) {
        return isInRow(a, b)
                && layout.positions().entrySet().stream()
                        .filter(e -> !wire.touches(e.getKey()))
                        .map(Map.Entry::getValue)
                        .anyMatch(p -> p.x() > a.x() && p.x() < b.x() && Math.abs(p.y() - a.y()) < HEIGHT);
    }

    // the card at `first` and everything to its right in its row
    private static Map<String, Position> shifted(Layout layout, Position first, double by, String name, Position at) {
        double dx = Math.ceil(by / GRID) * GRID;
        Map<String, Position> moved = new LinkedHashMap<>();
        moved.put(name, at);
        layout.positions().forEach((node, p) -> {
            if (p.x() >= first.x() && Math.abs(p.y() - first.y()) < HEIGHT * 1.5) {
                moved.put(node, p.plus(dx, 0));
            }
        });
        return moved;
    }
}
