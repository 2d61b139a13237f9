package io.netwright.compile;

import io.netwright.layer.CommonProps;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerRegistry;
import io.netwright.layer.PortInfo;
import io.netwright.layer.Prop;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.text.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Judges what can be judged of each node by itself, inside blocks too: whether its type is known, its properties make
/// sense and its wires end at ports that it has.
final class DocumentCheck {

    private final LayerRegistry registry;
    private final Found found;
    private final Set<String> refused = new HashSet<>();

    DocumentCheck(LayerRegistry registry, Found found) {
        this.registry = registry;
        this.found = found;
    }

    /// @return the places of nodes that cannot be built as they stand
    Set<String> refused() {
        return refused;
    }

    /// @param place what stands before the names of the network's nodes: empty, or `block1.`
    void check(Network network, String place) {
        for (Wire wire : network.wires()) {
            port(network, place, wire.from(), true);
            port(network, place, wire.to(), false);
        }
        for (Node node : network.nodes().values()) {
            String here = place + node.name();
            registry.find(node.type()).ifPresentOrElse(layer -> properties(node, layer, here), () -> {
                refused.add(here);
                found.error(here, Message.of("core.problem.unknownLayer", node.type()));
            });
            if (node.isBlock()) {
                check(node.inside().network(), here + ".");
            }
        }
    }

    private void port(Network network, String place, Port port, boolean output) {
        Optional<Node> node = network.node(port.node());
        Optional<Layer> layer = node.map(Node::type).flatMap(registry::find);
        if (layer.isEmpty()) {
            return;
        }
        List<PortInfo> ports =
                output ? layer.get().outputs(node.get()) : layer.get().inputs(node.get());
        List<String> names = ports.stream().map(PortInfo::name).toList();
        if (!names.contains(port.port())) {
            String type = layer.get().info().type();
            found.error(
                    place + port.node(),
                    port.port(),
                    names.isEmpty()
                            ? Message.of("core.problem.noPorts", port.port(), type)
                            : Message.of("core.problem.noPort", port.port(), type, String.join(", ", names)));
        }
    }

    private void properties(Node node, Layer layer, String place) {
        List<Prop<?>> props = Stream.concat(layer.info().props().stream(), CommonProps.of(layer.info()).stream())
                .toList();
        for (Map.Entry<String, PropValue> entry : node.props().entrySet()) {
            Optional<Prop<?>> prop =
                    props.stream().filter(p -> p.key().equals(entry.getKey())).findFirst();
            if (prop.isEmpty()) {
                refuse(
                        place,
                        entry.getKey(),
                        Message.of(
                                "core.problem.unknownProperty",
                                entry.getKey(),
                                node.type(),
                                String.join(", ", props.stream().map(Prop::key).toList())));
                continue;
            }
            try {
                prop.get().decode(entry.getValue());
            } catch (Prop.PropException e) {
                refuse(
                        place,
                        entry.getKey(),
                        Message.of("core.problem.property", entry.getKey(), e.expected(), Raw.text(e.found())));
            }
        }
    }

    private void refuse(String place, String key, Message message) {
        refused.add(place);
        found.property(place, key, message);
    }
}
