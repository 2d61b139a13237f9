package io.netwright.ui.canvas.drawing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The layers of a layered drawing from left to right.
///
/// @param columns the nodes of each layer, from top to bottom
/// @param y       where each node's upper edge lies, all layers alike
record Columns(List<List<String>> columns, Map<String, Double> y) {

    Columns {
        columns = columns.stream().map(List::copyOf).toList();
        y = Map.copyOf(y);
    }

    /// @return where the node's upper edge lies
    double top(String name) {
        return Objects.requireNonNull(y.get(name));
    }

    /// @return the number of its layer, by node
    Map<String, Integer> indices() {
        Map<String, Integer> index = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            for (String name : columns.get(i)) {
                index.put(name, i);
            }
        }
        return index;
    }
}
