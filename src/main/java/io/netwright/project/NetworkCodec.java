package io.netwright.project;

import io.netwright.layer.LayerRegistry;
import io.netwright.network.Block;
import io.netwright.network.Layout;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.project.json.Cursor;
import io.netwright.project.json.Json;
import io.netwright.project.json.Nearest;
import io.netwright.project.json.PropJson;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// A network to and from JSON.
///
/// Refused is what a [Network] cannot hold (two nodes of one name, a wire that ends at no node) and what the format
/// forbids (a layer that is not known). Everything else loads and is judged by `compile`, so that it can be mended in
/// the window.
final class NetworkCodec {

    private static final List<String> FIELDS = List.of("nodes", "wires");
    private static final List<String> NODE_FIELDS = List.of("name", "type", "props", "network", "layout");

    private final LayerRegistry layers;

    NetworkCodec(LayerRegistry layers) {
        this.layers = layers;
    }

    Json encode(Network network) {
        List<Json> nodes = new ArrayList<>();
        for (Node node : network.nodes().values()) {
            var fields = new LinkedHashMap<String, Json>();
            fields.put("name", Json.of(node.name()));
            fields.put("type", Json.of(node.type()));
            if (!node.props().isEmpty()) {
                fields.put("props", PropJson.encode(PropValue.fields(node.props())));
            }
            Block block = node.block();
            if (block != null) {
                fields.put("network", encode(block.network()));
                if (!block.layout().positions().isEmpty()) {
                    fields.put("layout", LayoutCodec.encode(block.layout()));
                }
            }
            nodes.add(Json.of(fields));
        }
        List<Json> wires = network.wires().stream()
                .map(w -> Json.of(List.of(Json.of(w.from().toString()), Json.of(w.to().toString()))))
                .toList();
        var fields = new LinkedHashMap<String, Json>();
        fields.put("nodes", Json.of(nodes));
        fields.put("wires", Json.of(wires));
        return Json.of(fields);
    }

    Network decode(Cursor at) {
        at.only(FIELDS);
        SequencedMap<String, Node> nodes = new LinkedHashMap<>();
        for (Cursor element : at.get("nodes").elements()) {
            Node node = node(element);
            if (nodes.put(node.name(), node) != null) {
                throw element.get("name")
                        .refuse(
                                Message.of("project.network.sameName", node.name()),
                                Message.of("project.network.uniqueName"));
            }
        }
        List<Wire> wires = new ArrayList<>();
        Set<Wire> seen = new HashSet<>();
        for (Cursor element : at.find("wires").map(Cursor::elements).orElse(List.of())) {
            Wire wire = wire(element, nodes);
            if (!seen.add(wire)) {
                throw element.refuse(
                        Message.of(
                                "project.network.sameWire",
                                wire.from().toString(),
                                wire.to().toString()),
                        Message.of("project.network.uniqueWire"));
            }
            wires.add(wire);
        }
        return new Network(nodes.values(), wires);
    }

    private Node node(Cursor at) {
        at.only(NODE_FIELDS);
        String name = at.get("name").text();
        if (name.isBlank()) {
            throw at.get("name").refuse(Message.of("project.network.noName"), Message.of("project.network.aName"));
        }
        Cursor type = at.get("type");
        if (layers.find(type.text()).isEmpty()) {
            throw unknownLayer(type);
        }
        Node node = Node.of(name, type.text());
        for (Map.Entry<String, Cursor> prop : at.find("props")
                .map(Cursor::fields)
                .orElseGet(LinkedHashMap::new)
                .entrySet()) {
            node = node.with(prop.getKey(), PropJson.decode(prop.getValue()));
        }
        Optional<Cursor> inside = at.find("network");
        Optional<Cursor> layout = at.find("layout");
        Optional<Cursor> stray = node.isBlock() && inside.isPresent() ? Optional.empty() : inside.or(() -> layout);
        if (stray.isPresent()) {
            throw stray.get()
                    .refuse(
                            Message.of("project.network.noBlock", name),
                            Message.of("project.network.blockFields", Block.TYPE));
        }
        if (inside.isEmpty()) {
            return node;
        }
        Network network = decode(inside.get());
        return node.with(new Block(
                network, layout.map(l -> LayoutCodec.decode(l, network)).orElse(Layout.EMPTY)));
    }

    private UserException unknownLayer(Cursor type) {
        Message expected = Message.of("project.json.oneOf", String.join(", ", layers.types()));
        return type.refuse(
                similar(type.text())
                        .map(near -> Message.of("project.network.unknownLayerNear", type.text(), near))
                        .orElseGet(() -> Message.of("project.network.unknownLayer", type.text())),
                expected);
    }

    /// @return the layer that goes by that name elsewhere, or whose name looks like it
    private Optional<String> similar(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return layers.all().stream()
                .filter(l -> l.info().aliases().contains(lower))
                .map(l -> l.info().type())
                .findFirst()
                .or(() -> Nearest.to(type, layers.types()));
    }

    private static Wire wire(Cursor at, Map<String, Node> nodes) {
        List<Cursor> ends = at.elements();
        if (ends.size() != 2) {
            throw at.refuse(Message.of("project.network.wireEnds"), Message.of("project.network.aWire"));
        }
        return new Wire(port(ends.get(0), nodes), port(ends.get(1), nodes));
    }

    private static Port port(Cursor at, Map<String, Node> nodes) {
        Port port;
        try {
            port = Port.parse(at.text());
        } catch (IllegalArgumentException e) {
            throw at.refuse(Message.of("project.network.portForm", at.text()), Message.of("project.network.aPort"), e);
        }
        if (!nodes.containsKey(port.node())) {
            throw noNode(at, port.node(), nodes);
        }
        return port;
    }

    /// @return the refusal of a name that no node has
    static UserException noNode(Cursor at, String name, Map<String, Node> nodes) {
        return at.refuse(
                Nearest.to(name, nodes.keySet())
                        .map(near -> Message.of("project.network.noNodeNear", name, near))
                        .orElseGet(() -> Message.of("project.network.noNode", name)),
                nodes.isEmpty()
                        ? Message.of("core.nothing")
                        : Message.of("project.json.oneOf", String.join(", ", nodes.keySet())));
    }
}
