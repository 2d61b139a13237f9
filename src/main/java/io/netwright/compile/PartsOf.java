package io.netwright.compile;

import io.netwright.layer.Composite;
import io.netwright.layer.LayerException;
import io.netwright.layer.LayerRegistry;
import io.netwright.layer.Parts;
import io.netwright.layer.Prop;
import io.netwright.network.Block;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.PropValue;
import io.netwright.network.References;
import io.netwright.network.Wire;
import io.netwright.tensor.Shape;
import java.util.List;
import java.util.Optional;

/// Asks a composite layer for its parts once the network has been compiled.
///
/// @param node   of the layer
/// @param prefix what stands before the names of its neighbours in the compilation: empty, or `block1.`
/// @param around the network that it is in
record PartsOf(Node node, String prefix, Network around, Compilation compiled) implements Parts {

    /// A shape that the parts ask for is not known.
    private static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    static Optional<Block> of(LayerRegistry registry, String path, Compilation compiled) {
        List<Node> way = References.along(compiled.network(), path);
        if (way.isEmpty()) {
            return Optional.empty();
        }
        Node node = way.getLast();
        Network around = way.size() == 1
                ? compiled.network()
                : way.get(way.size() - 2).inside().network();
        String prefix = path.substring(0, path.length() - node.name().length());
        return registry.find(node.type())
                .filter(Composite.class::isInstance)
                .map(Composite.class::cast)
                .flatMap(layer -> parts(layer, new PartsOf(node, prefix, around, compiled)));
    }

    private static Optional<Block> parts(Composite layer, Parts p) {
        try {
            return Optional.of(layer.parts(p));
        } catch (LayerException | Prop.PropException | Unknown e) {
            return Optional.empty();
        }
    }

    @Override
    public <T> T get(Prop<T> prop) {
        PropValue raw = node.props().get(prop.key());
        return raw == null ? prop.defaultValue() : prop.decode(raw);
    }

    @Override
    public Shape shape(String port) {
        return around.wiresInto(new Port(node.name(), port)).stream()
                .findFirst()
                .map(Wire::from)
                .map(from -> compiled.shapes().get(new Port(prefix + from.node(), from.port())))
                .orElseThrow(Unknown::new);
    }
}
