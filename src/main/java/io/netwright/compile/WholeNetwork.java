package io.netwright.compile;

import io.netwright.layer.Family;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.text.Message;
import java.util.List;
import java.util.Optional;

/// What can only be judged of a network as a whole.
final class WholeNetwork {

    private WholeNetwork() {}

    static void check(Network network, LayerRegistry registry, List<Diagnostic> found) {
        if (network.nodes().isEmpty()) {
            found.add(new Diagnostic(Diagnostic.Severity.ERROR, null, null, null, Message.of("core.problem.empty")));
            return;
        }
        List<Family> families = network.nodes().values().stream()
                .map(Node::type)
                .map(registry::find)
                .flatMap(Optional::stream)
                .map(l -> l.info().family())
                .toList();
        if (!families.contains(Family.INPUT)) {
            found.add(new Diagnostic(Diagnostic.Severity.ERROR, null, null, null, Message.of("core.problem.noInput")));
        }
        if (!families.contains(Family.LOSS)) {
            found.add(new Diagnostic(Diagnostic.Severity.WARNING, null, null, null, Message.of("core.problem.noLoss")));
        }
        for (Node node : network.nodes().values()) {
            if (registry.find(node.type()).isPresent()) {
                warn(network, node, found);
            }
        }
    }

    private static void warn(Network network, Node node, List<Diagnostic> found) {
        boolean classes = node.type().equals("CrossEntropy");
        if (!classes) {
            return;
        }
        network.wiresInto(new Port(node.name(), "in")).stream()
                .map(w -> network.node(w.from().node()).orElseThrow())
                .filter(source -> source.type().equals("Softmax"))
                .forEach(source -> found.add(new Diagnostic(
                        Diagnostic.Severity.WARNING,
                        source.name(),
                        null,
                        null,
                        Message.of("core.problem.doubleSoftmax", node.name()))));
    }
}
