package io.netwright.advice;

import io.netwright.layer.Layer;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.LayerRegistry;
import io.netwright.layer.PortInfo;
import io.netwright.layer.Prop;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What lies around a node: what feeds it, what it feeds, what nobody takes.
final class Surroundings {

    private final LayerRegistry registry;
    private final Network network;

    Surroundings(LayerRegistry registry, Network network) {
        this.registry = registry;
        this.network = network;
    }

    Optional<LayerInfo> info(String node) {
        return network.node(node).flatMap(n -> registry.find(n.type())).map(Layer::info);
    }

    /// @return the node's input ports; a block has those that are inside it
    List<PortInfo> inputs(String node) {
        return network.node(node).map(registry::inputs).orElse(List.of());
    }

    List<PortInfo> outputs(String node) {
        return network.node(node).map(registry::outputs).orElse(List.of());
    }

    Optional<Prop<?>> prop(String node, String key) {
        return info(node)
                .flatMap(
                        i -> i.props().stream().filter(p -> p.key().equals(key)).findFirst());
    }

    /// @return what the node's property holds; empty where it has none of that kind, or holds nonsense
    <T> Optional<T> value(String node, String key, Class<T> kind) {
        Prop<?> prop = prop(node, key).orElse(null);
        if (prop == null) {
            return Optional.empty();
        }
        PropValue raw = network.node(node).orElseThrow().props().get(key);
        try {
            Object value = raw == null ? prop.defaultValue() : prop.decode(raw);
            return kind.isInstance(value) ? Optional.of(kind.cast(value)) : Optional.empty();
        } catch (Prop.PropException e) {
            return Optional.empty();
        }
    }

    List<Wire> into(String node) {
        return network.wires().stream().filter(w -> w.to().node().equals(node)).toList();
    }

    /// @return what feeds the node, where that is one wire
    Optional<Wire> onlyWireInto(String node) {
        List<Wire> into = into(node);
        return into.size() == 1 ? Optional.of(into.getFirst()) : Optional.empty();
    }

    /// @return the nearest node at or before `from` that has a property `key`, along layers with a single input
    Optional<String> upstream(String from, String key) {
        Set<String> seen = new HashSet<>();
        String at = from;
        while (seen.add(at)) {
            if (prop(at, key).isPresent()) {
                return Optional.of(at);
            }
            Optional<Wire> wire = onlyWireInto(at);
            if (wire.isEmpty()) {
                return Optional.empty();
            }
            at = wire.get().from().node();
        }
        return Optional.empty();
    }

    /// @return the node and everything that its values come from
    Set<String> ancestors(String node) {
        return reached(node, true);
    }

    /// @return the node and everything that its values reach
    Set<String> descendants(String node) {
        return reached(node, false);
    }

    private Set<String> reached(String node, boolean back) {
        Set<String> reached = new LinkedHashSet<>(Set.of(node));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            String at = open.pop();
            for (Wire w : network.wires()) {
                Port here = back ? w.to() : w.from();
                Port there = back ? w.from() : w.to();
                if (here.node().equals(at) && reached.add(there.node())) {
                    open.push(there.node());
                }
            }
        }
        return reached;
    }

    /// @return the outputs that nothing takes, in the order of the network
    List<Port> looseEnds() {
        Set<Port> taken = new HashSet<>();
        network.wires().forEach(w -> taken.add(w.from()));
        List<Port> loose = new ArrayList<>();
        for (Node node : network.nodes().values()) {
            outputs(node.name()).forEach(p -> {
                Port port = new Port(node.name(), p.name());
                if (!taken.contains(port)) {
                    loose.add(port);
                }
            });
        }
        return loose;
    }
}
