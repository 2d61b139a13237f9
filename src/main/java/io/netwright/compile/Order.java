package io.netwright.compile;

import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Wire;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An order in which every node comes after what it takes from (Kahn, 1962), stable: the document's order where there
/// is a choice.
///
/// @param sorted the nodes that can be ordered
/// @param cycle  the nodes that are on a cycle themselves
record Order(List<Node> sorted, List<String> cycle) {

    static Order of(Network network) {
        Map<String, Integer> waitingFor = new HashMap<>();
        network.nodes().keySet().forEach(n -> waitingFor.put(n, 0));
        network.wires().forEach(w -> waitingFor.merge(w.to().node(), 1, Integer::sum));
        List<Node> sorted = new ArrayList<>();
        Deque<String> ready = new ArrayDeque<>();
        network.nodes().keySet().stream()
                .filter(n -> waitingFor.getOrDefault(n, 0) == 0)
                .forEach(ready::add);
        while (!ready.isEmpty()) {
            String name = ready.poll();
            network.node(name).ifPresent(sorted::add);
            for (Wire wire : network.wiresOutOf(name)) {
                if (waitingFor.merge(wire.to().node(), -1, Integer::sum) == 0) {
                    ready.add(wire.to().node());
                }
            }
        }
        List<String> cycle = network.nodes().keySet().stream()
                .filter(n -> waitingFor.getOrDefault(n, 0) > 0 && reachesItself(network, n))
                .toList();
        return new Order(sorted, cycle);
    }

    private static boolean reachesItself(Network network, String start) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            for (Wire wire : network.wiresOutOf(open.poll())) {
                if (wire.to().node().equals(start)) {
                    return true;
                }
                if (seen.add(wire.to().node())) {
                    open.add(wire.to().node());
                }
            }
        }
        return false;
    }
}
