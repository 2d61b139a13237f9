package io.netwright.ui.canvas.drawing;

import io.netwright.edit.Design;
import io.netwright.network.Position;
import io.netwright.network.Wire;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Everything that the canvas shows of a design. Immutable.
///
/// @param design what is shown
/// @param cards  by node name, in the order of the network
/// @param wires  in the order of the network
public record Drawing(Design design, SequencedMap<String, Card> cards, List<WireLine> wires) {

    public static final Drawing EMPTY = new Drawing(Design.EMPTY, new LinkedHashMap<>(), List.of());

    public Drawing {
        cards = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(cards));
        wires = List.copyOf(wires);
    }

    public Optional<Card> card(String node) {
        return Optional.ofNullable(cards.get(node));
    }

    public Optional<WireLine> line(Wire wire) {
        return wires.stream().filter(l -> l.wire().equals(wire)).findFirst();
    }

    /// @return where every node stands, those included that were placed automatically
    public Map<String, Position> positions() {
        Map<String, Position> positions = new LinkedHashMap<>();
        cards.forEach((name, card) -> positions.put(
                name, new Position(card.bounds().x(), card.bounds().y())));
        return positions;
    }

    /// @return the smallest rectangle around everything; empty where there is nothing
    public Optional<Rect> bounds() {
        Optional<Rect> around = bounds(cards.keySet());
        for (WireLine line : wires) {
            Rect b = line.route().bounds();
            around = around.map(r -> r.union(b));
        }
        return around;
    }

    /// @return the smallest rectangle around those nodes
    public Optional<Rect> bounds(Collection<String> nodes) {
        return Rect.around(cards.values().stream()
                .filter(c -> nodes.contains(c.name()))
                .map(Card::bounds)
                .toList());
    }
}
