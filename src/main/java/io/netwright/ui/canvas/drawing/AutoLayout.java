package io.netwright.ui.canvas.drawing;

import io.netwright.edit.Room;
import io.netwright.network.Layout;
import io.netwright.network.Network;
import io.netwright.network.Position;
import io.netwright.network.Wire;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Finds places for nodes: layer after layer from left to right, each part of the network that hangs together on its
/// own, and long chains broken into rows as lines of text are, where only one value passes.
///
/// Pure and thread-safe; on a large network it takes long enough to be run off the FX thread.
public final class AutoLayout {

    /// What positions are multiples of.
    public static final double GRID = 16;

    /// From the left edge of one layer to that of the next: a card, and room for a chip between the ports.
    static final double GAP_X = Room.GAP;

    /// Between cards of a layer, and, twice, between rows.
    static final double GAP_Y = 48;

    /// The rows' width to their height where nobody says better.
    public static final double ASPECT = 1.4;

    private static final double ONE_ROW = Double.MAX_VALUE;

    private static final Position ORIGIN = new Position(64, 64);

    private AutoLayout() {}

    /// A card's size.
    public record Size(double width, double height) {}

    /// @param size of each node's card
    /// @return a place for every node
    public static Map<String, Position> arrange(Network network, Function<String, Size> size) {
        return arrange(network, size, ASPECT);
    }

    /// @param size   of each node's card
    /// @param aspect the width to the height that the whole should have, such as that of a window
    /// @return a place for every node
    public static Map<String, Position> arrange(Network network, Function<String, Size> size, double aspect) {
        Map<String, Position> places = new LinkedHashMap<>();
        double y = ORIGIN.y();
        for (Set<String> part : parts(network)) {
            Columns columns = Layering.columns(network, part, size);
            y = Rows.place(columns, network, size, aspect, ORIGIN.x(), y, places) + 2 * GAP_Y;
        }
        places.replaceAll((name, p) -> snapped(p));
        return places;
    }

    /// As [#arrange], but however long the network is, without breaking it into rows.
    public static Map<String, Position> arrangeInOneRow(Network network, Function<String, Size> size) {
        return arrange(network, size, ONE_ROW);
    }

    /// Gives a place to the nodes that `layout` leaves out; those that have one stay.
    ///
    /// @return the places of all nodes
    public static Map<String, Position> complete(Network network, Layout layout, Function<String, Size> size) {
        Set<String> missing = new LinkedHashSet<>(network.nodes().keySet());
        missing.removeAll(layout.positions().keySet());
        if (missing.isEmpty()) {
            return layout.positions();
        }
        if (missing.size() == network.nodes().size()) {
            return arrange(network, size);
        }
        Map<String, Position> places = new LinkedHashMap<>(layout.positions());
        RectIndex taken = new RectIndex(List.of());
        places.forEach((name, p) -> taken.add(card(p, size.apply(name))));
        for (String name : missing) {
            Size s = size.apply(name);
            Position p = freePlace(wanted(name, network, places, size), s, taken);
            places.put(name, p);
            taken.add(card(p, s));
        }
        return places;
    }

    /// @return the nearest place to `wanted`, to its right or below, where no card of that size would cover another
    public static Position freePlace(Position wanted, Size size, Collection<Rect> cards) {
        return freePlace(wanted, size, new RectIndex(cards));
    }

    /// @return the nearest point of the grid
    public static Position snapped(Position p) {
        return new Position(Math.round(p.x() / GRID) * GRID, Math.round(p.y() / GRID) * GRID);
    }

    private static Position freePlace(Position wanted, Size size, RectIndex taken) {
        Position start = snapped(wanted);
        for (int ring = 0; ; ring++) {
            for (int right = 0; right <= ring; right++) {
                Position p = start.plus(right * 2 * GRID, (ring - right) * 2 * GRID);
                if (!taken.isTaken(card(p, size).grow(GRID - 1))) {
                    return p;
                }
            }
        }
    }

    private static Rect card(Position p, Size size) {
        return new Rect(p.x(), p.y(), size.width(), size.height());
    }

    // behind what feeds it, else before what it feeds, else below everything
    private static Position wanted(
            String name, Network network, Map<String, Position> places, Function<String, Size> size) {
        for (Wire w : network.wires()) {
            String from = w.from().node();
            if (w.to().node().equals(name) && places.containsKey(from)) {
                return places.get(from).plus(size.apply(from).width() + GAP_X, 0);
            }
        }
        for (Wire w : network.wires()) {
            String to = w.to().node();
            if (w.from().node().equals(name) && places.containsKey(to)) {
                return places.get(to).plus(-size.apply(name).width() - GAP_X, 0);
            }
        }
        double left = places.values().stream().mapToDouble(Position::x).min().orElse(ORIGIN.x());
        double bottom = places.entrySet().stream()
                .mapToDouble(e -> e.getValue().y() + size.apply(e.getKey()).height())
                .max()
                .orElse(ORIGIN.y());
        return new Position(left, bottom + GAP_Y);
    }

    /// @return the parts that hang together, the largest first, each in the order of the network
    private static List<Set<String>> parts(Network network) {
        Map<String, List<String>> neighbours = new LinkedHashMap<>();
        for (Wire w : network.wires()) {
            neighbours.computeIfAbsent(w.from().node(), k -> new ArrayList<>()).add(w.to().node());
            neighbours
                    .computeIfAbsent(w.to().node(), k -> new ArrayList<>())
                    .add(w.from().node());
        }
        Set<String> seen = new LinkedHashSet<>();
        List<Set<String>> parts = new ArrayList<>();
        for (String first : network.nodes().keySet()) {
            if (seen.contains(first)) {
                continue;
            }
            Set<String> part = new LinkedHashSet<>(List.of(first));
            List<String> open = new ArrayList<>(part);
            while (!open.isEmpty()) {
                for (String next : neighbours.getOrDefault(open.removeLast(), List.of())) {
                    if (part.add(next)) {
                        open.add(next);
                    }
                }
            }
            seen.addAll(part);
            parts.add(part);
        }
        parts.sort(Comparator.comparingInt((Set<String> p) -> p.size()).reversed());
        return parts;
    }
}
