package io.netwright.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An order in which every layer comes after what it takes from (Kahn, 1962), stable: the document's order where there
/// is a choice.
///
/// @param sorted the layers that can be ordered
/// @param cycle  the layers that are on a cycle themselves
record Order(List<Leaf> sorted, List<Leaf> cycle) {

    static Order of(List<Leaf> leaves, List<Flattening.Edge> edges) {
        Map<String, Leaf> byPath = new LinkedHashMap<>();
        leaves.forEach(l -> byPath.putIfAbsent(l.path(), l));
        Map<String, List<String>> next = new HashMap<>();
        Map<String, Integer> waitingFor = new HashMap<>();
        for (Flattening.Edge edge : edges) {
            // what comes from elsewhere, into the parts of a layer, is there already
            if (byPath.containsKey(edge.from())) {
                next.computeIfAbsent(edge.from(), n -> new ArrayList<>()).add(edge.to());
                waitingFor.merge(edge.to(), 1, Integer::sum);
            }
        }
        List<Leaf> sorted = new ArrayList<>();
        Deque<Leaf> ready = new ArrayDeque<>();
        byPath.values().stream()
                .filter(l -> waitingFor.getOrDefault(l.path(), 0) == 0)
                .forEach(ready::add);
        while (!ready.isEmpty()) {
            Leaf leaf = ready.poll();
            sorted.add(leaf);
            for (String to : next.getOrDefault(leaf.path(), List.of())) {
                Leaf follower = byPath.get(to);
                if (waitingFor.merge(to, -1, Integer::sum) == 0 && follower != null) {
                    ready.add(follower);
                }
            }
        }
        List<Leaf> cycle = byPath.values().stream()
                .filter(l -> waitingFor.getOrDefault(l.path(), 0) > 0 && reachesItself(next, l.path()))
                .toList();
        return new Order(sorted, cycle);
    }

    private static boolean reachesItself(Map<String, List<String>> next, String start) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            for (String to : next.getOrDefault(open.poll(), List.of())) {
                if (to.equals(start)) {
                    return true;
                }
                if (seen.add(to)) {
                    open.add(to);
                }
            }
        }
        return false;
    }
}
