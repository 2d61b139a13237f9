package io.netwright.compile;

import io.netwright.compile.Compilation.Head;
import io.netwright.compile.Compilation.NodeCost;
import io.netwright.compile.Compilation.Trained;
import io.netwright.network.Network;
import io.netwright.network.Port;
import io.netwright.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A compilation as it is seen from inside a block.
final class Inside {

    private Inside() {}

    static Compilation of(Compilation whole, List<String> level) {
        Network network = whole.network();
        for (String name : level) {
            network = network.node(name).map(n -> n.inside().network()).orElse(Network.EMPTY);
        }
        // a node's path begins with that of its block, with or without the number of a copy
        String prefix = String.join(".", level) + ".";
        Map<Port, Shape> shapes = new HashMap<>();
        Map<String, NodeCost> costs = new HashMap<>();
        Map<String, List<Trained>> trained = new HashMap<>();
        for (Map.Entry<Port, Shape> e : whole.shapes().entrySet()) {
            Port port = e.getKey();
            if (port.node().startsWith(prefix)) {
                shapes.put(new Port(port.node().substring(prefix.length()), port.port()), e.getValue());
            }
        }
        whole.costs().forEach((path, cost) -> {
            if (path.startsWith(prefix)) {
                costs.put(path.substring(prefix.length()), cost);
            }
        });
        whole.trained().forEach((path, list) -> {
            if (path.startsWith(prefix)) {
                trained.put(path.substring(prefix.length()), list);
            }
        });
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (Diagnostic d : whole.diagnostics()) {
            String node = d.node();
            if (node != null && node.startsWith(prefix)) {
                diagnostics.add(d.at(node.substring(prefix.length())));
            }
        }
        List<Head> heads = whole.heads().stream()
                .filter(h ->
                        h.loss().startsWith(prefix) && h.prediction().node().startsWith(prefix))
                .map(h -> new Head(
                        h.loss().substring(prefix.length()),
                        h.type(),
                        new Port(
                                h.prediction().node().substring(prefix.length()),
                                h.prediction().port())))
                .toList();
        return new Compilation(network, Optional.empty(), diagnostics, shapes, costs, trained, heads);
    }
}
