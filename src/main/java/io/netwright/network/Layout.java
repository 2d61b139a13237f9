package io.netwright.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Where the nodes stand on the canvas. Kept apart from the [Network], so that moving a node changes no mathematics and
/// compiles nothing anew. A node without a position is placed by automatic layout when it is shown.
///
/// @param positions by node name
public record Layout(SequencedMap<String, Position> positions) {

    public static final Layout EMPTY = new Layout(new LinkedHashMap<>());

    public Layout {
        positions = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(positions));
    }

    /// @return where `node` stands, if it was placed
    public Optional<Position> of(String node) {
        return Optional.ofNullable(positions.get(node));
    }

    /// @return this layout with those nodes placed or moved
    public Layout with(Map<String, Position> placed) {
        var copy = new LinkedHashMap<>(positions);
        copy.putAll(placed);
        return new Layout(copy);
    }

    /// @return this layout with `node` at `position`
    public Layout with(String node, Position position) {
        return with(Map.of(node, position));
    }

    /// @return this layout without those nodes
    public Layout minus(Collection<String> nodes) {
        var copy = new LinkedHashMap<>(positions);
        copy.keySet().removeAll(nodes);
        return new Layout(copy);
    }

    /// @return this layout without positions of nodes that `network` lacks; itself where there are none
    public Layout within(Network network) {
        var stray = new ArrayList<>(positions.keySet());
        stray.removeAll(network.nodes().keySet());
        return stray.isEmpty() ? this : minus(stray);
    }

    /// @return this layout with what stood under `from` now under `to`
    public Layout renamed(String from, String to) {
        var copy = new LinkedHashMap<String, Position>();
        positions.forEach((name, p) -> copy.put(name.equals(from) ? to : name, p));
        return new Layout(copy);
    }
}
