package io.netwright.compile;

import io.netwright.layer.Layer;
import io.netwright.layer.LayerRegistry;
import io.netwright.layer.PortInfo;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.Wire;
import io.netwright.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Finds wires that end at ports which their layers do not have.
final class WireCheck {

    private WireCheck() {}

    static void check(Network network, LayerRegistry registry, List<Diagnostic> found) {
        for (Wire wire : network.wires()) {
            check(network, registry, wire.from(), l -> l.info().outputs(), found);
            check(network, registry, wire.to(), l -> l.info().inputs(), found);
        }
    }

    private static void check(
            Network network,
            LayerRegistry registry,
            Port port,
            Function<Layer, List<PortInfo>> side,
            List<Diagnostic> found) {
        Optional<Layer> layer = network.node(port.node()).map(Node::type).flatMap(registry::find);
        if (layer.isPresent()) {
            List<String> names =
                    side.apply(layer.get()).stream().map(PortInfo::name).toList();
            if (!names.contains(port.port())) {
                Message message = names.isEmpty()
                        ? Message.of(
                                "core.problem.noPorts",
                                port.port(),
                                layer.get().info().type())
                        : Message.of(
                                "core.problem.noPort",
                                port.port(),
                                layer.get().info().type(),
                                String.join(", ", names));
                found.add(new Diagnostic(Diagnostic.Severity.ERROR, port.node(), port.port(), null, message));
            }
        }
    }
}
