package io.netwright.compile;

import io.netwright.compile.Scope.Item;
import io.netwright.layer.CommonProps;
import io.netwright.layer.Prop;
import io.netwright.layer.block.BlockLayer;
import io.netwright.network.Block;
import io.netwright.network.Network;
import io.netwright.network.Port;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.text.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Opens all blocks of a network: what is left are layers and what flows between them. Everything behind the compiler
/// (ops, program, exporters) knows no blocks.
final class Flattening {

    /// Copies of copies multiply; more layers than this are a slip of the pen.
    static final int MOST_LEAVES = 50_000;

    private final Found found;
    private final boolean whole;
    private final Map<String, Port> given;
    private final String weights;
    private final boolean frozen;
    private final List<String> around;
    private final Scope root;
    private final Set<Item> sharing = new HashSet<>();
    private final Set<Port> following = new HashSet<>();
    /// Ports of blocks at which nothing comes in. That is wrong only where what is inside cannot do without.
    private final Set<Port> bare = new HashSet<>();
    private final List<Item> layers = new ArrayList<>();
    private final List<Scope> scopes = new ArrayList<>();

    /// @param leaves  in the order of the document, a block's in the place of the block
    /// @param edges   from leaf to leaf, by paths, in the order of the wires, one for each wire
    /// @param aliases what flows out of each block and into it, at the port nodes inside: the output of a leaf. Of a
    ///                block that has copies, at its place, what flows in the first one
    /// @param exits   of these, the output ports of blocks, the outermost blocks first
    /// @param outputs by output port of the network itself, what flows out there; empty for a whole document
    record Result(
            List<Leaf> leaves,
            List<Edge> edges,
            SequencedMap<Port, Port> aliases,
            SequencedMap<Port, Port> exits,
            SequencedMap<String, Port> outputs) {}

    record Edge(String from, String to) {}

    private Flattening(Network network, @Nullable Leaf layer, Map<String, Port> given, Found found) {
        this.whole = layer == null;
        this.root = Scope.of(network, layer == null ? "" : layer.path() + ".");
        this.weights = layer == null ? "" : layer.weights() + ".";
        this.frozen = layer != null && layer.frozen();
        this.around = layer == null
                ? List.of()
                : Stream.concat(layer.around().stream(), Stream.of(layer.place()))
                        .toList();
        this.given = given;
        this.found = found;
    }

    /// @return the whole document's network, flat
    static Result of(Network network, Found found) {
        return new Flattening(network, null, Map.of(), found).run();
    }

    /// @param parts what a layer is made of
    /// @param layer the layer
    /// @param given what comes in at its ports
    /// @return the parts, flat, with the layer's place in front of their paths
    static Result of(Network parts, Leaf layer, Map<String, Port> given, Found found) {
        return new Flattening(parts, layer, given, found).run();
    }

    private Result run() {
        open(root);
        List<Leaf> leaves = layers.stream().map(this::leaf).toList();
        List<Edge> edges = new ArrayList<>();
        SequencedMap<Port, Port> aliases = new LinkedHashMap<>();
        SequencedMap<Port, Port> exits = new LinkedHashMap<>();
        for (Scope scope : scopes) {
            for (Wire wire : scope.network.wires()) {
                Item to = scope.items.get(wire.to().node());
                if (to != null && isLayer(to)) {
                    edges.add(new Edge(source(scope, wire.from()).node(), to.path()));
                }
            }
            scope.items.values().forEach(item -> alias(item, aliases, exits));
        }
        SequencedMap<String, Port> outputs = new LinkedHashMap<>();
        if (!whole) {
            root.items.values().stream()
                    .filter(i -> i.node.type().equals(Block.OUTPUT))
                    .map(i -> i.node.name())
                    .forEach(name -> outputs.put(name, leaving(root, name, new Port(root.path + name, name))));
        }
        return new Result(leaves, edges, aliases, exits, outputs);
    }

    private static boolean isLayer(Item item) {
        return !item.node.isBlock() && !isPort(item);
    }

    private static boolean isPort(Item item) {
        return item.node.type().equals(Block.INPUT) || item.node.type().equals(Block.OUTPUT);
    }

    private void open(Scope scope) {
        scopes.add(scope);
        for (Item item : scope.items.values()) {
            item.frozen = scope.holder == null ? frozen : scope.holder.frozen;
            item.frozen |= setting(item, CommonProps.FROZEN);
            if (item.node.isBlock()) {
                openBlock(item);
            } else if (isLayer(item)) {
                layers.add(item);
            } else if (scope == root && whole) {
                found.error(item.place(), Message.of("core.problem.portOutside", item.node.type()));
            } else if (item.node.type().equals(Block.OUTPUT)) {
                int wires = item.scope.wiresInto(item.node.name(), "in").size();
                if (wires != 1) {
                    found.error(item.place(), "in", Found.wires("in", wires));
                }
            }
        }
    }

    private void openBlock(Item item) {
        Block block = item.node.inside();
        int copies = setting(item, BlockLayer.REPEAT);
        item.linked = setting(item, BlockLayer.LINKED);
        if (block.network().nodes().isEmpty()) {
            found.error(item.place(), Message.of("core.problem.emptyBlock"));
            return;
        }
        int ins = block.inputs().size();
        int outs = block.outputs().size();
        if (copies > 1 && (outs == 0 || outs > ins)) {
            found.error(item.place(), BlockLayer.REPEAT, Message.of("core.problem.repeatPorts", ins, outs));
            copies = 1;
        }
        if (layers.size() + (long) copies * block.network().nodes().size() > MOST_LEAVES) {
            found.error(item.place(), BlockLayer.REPEAT, Message.of("core.problem.tooManyCopies", MOST_LEAVES));
            copies = 1;
        }
        for (String port : block.inputs()) {
            int wires = item.scope.wiresInto(item.node.name(), port).size();
            if (wires > 1) {
                found.error(item.place(), port, Found.wires(port, wires));
            }
        }
        Scope.open(item, copies);
        item.copies.forEach(this::open);
    }

    /// @return what a setting of a node that is opened says; its default where that makes no sense, which is reported
    ///     elsewhere
    private static <T> T setting(Item item, Prop<T> prop) {
        PropValue raw = item.node.props().get(prop.key());
        try {
            return raw == null ? prop.defaultValue() : prop.decode(raw);
        } catch (Prop.PropException e) {
            return prop.defaultValue();
        }
    }

    private Leaf leaf(Item item) {
        Map<String, List<Port>> inputs = new HashMap<>();
        Map<String, Port> nothing = new HashMap<>();
        for (Wire wire : item.scope.wiresInto(item.node.name())) {
            Port source = source(item.scope, wire.from());
            if (bare.contains(source)) {
                nothing.put(wire.to().port(), source);
            } else {
                inputs.computeIfAbsent(wire.to().port(), p -> new ArrayList<>()).add(source);
            }
        }
        List<String> blocks = new ArrayList<>();
        for (Item at = item.scope.holder; at != null; at = at.scope.holder) {
            blocks.addFirst(at.place());
        }
        blocks.addAll(0, around);
        boolean owns = item.node.sharesWith().isEmpty();
        for (Item at = item.scope.holder; at != null; at = at.scope.holder) {
            owns &= at.node.sharesWith().isEmpty();
        }
        return new Leaf(
                item.node, item.path(), item.place(), weights(item), owns, item.frozen, blocks, inputs, nothing);
    }

    /// @return the output of a leaf that flows out of `port` of a node in `scope`; a port that nobody knows where there
    ///     is none
    private Port source(Scope scope, Port port) {
        Item item = scope.items.get(port.node());
        Port here = new Port(scope.path + port.node(), port.port());
        if (item == null || isLayer(item)) {
            return here;
        }
        if (!following.add(here)) {
            found.error(item.place(), Message.of("core.problem.cycle"));
            return here;
        }
        try {
            return item.node.isBlock()
                    ? item.copies.isEmpty() ? here : leaving(item.copies.getLast(), port.port(), here)
                    : entering(scope, port.node(), here);
        } finally {
            following.remove(here);
        }
    }

    private Port leaving(Scope inside, String port, Port unknown) {
        List<Wire> wires = inside.wiresInto(port, "in");
        boolean isOutput = inside.network
                .node(port)
                .filter(n -> n.type().equals(Block.OUTPUT))
                .isPresent();
        return isOutput && wires.size() == 1 ? source(inside, wires.getFirst().from()) : unknown;
    }

    private Port entering(Scope inside, String port, Port unknown) {
        Item holder = inside.holder;
        if (holder == null) {
            return given.containsKey(port) ? given.getOrDefault(port, unknown) : nothing(unknown);
        }
        if (inside.copy > 0) {
            Block block = holder.node.inside();
            int number = block.inputs().indexOf(port);
            if (number >= 0 && number < block.outputs().size()) {
                return leaving(
                        holder.copies.get(inside.copy - 1), block.outputs().get(number), unknown);
            }
        }
        List<Wire> wires = holder.scope.wiresInto(holder.node.name(), port);
        return switch (wires.size()) {
            case 0 -> nothing(new Port(holder.place(), port));
            case 1 -> source(holder.scope, wires.getFirst().from());
            default -> unknown;
        };
    }

    private Port nothing(Port port) {
        bare.add(port);
        return port;
    }

    private void alias(Item item, SequencedMap<Port, Port> aliases, SequencedMap<Port, Port> exits) {
        boolean isBlock = item.node.isBlock();
        List<String> ports = isBlock
                ? item.node.inside().outputs()
                : item.node.type().equals(Block.INPUT) ? List.of("out") : List.of();
        for (String port : ports) {
            Port source = source(item.scope, new Port(item.node.name(), port));
            aliases.put(new Port(item.path(), port), source);
            aliases.putIfAbsent(new Port(item.place(), port), source);
            if (isBlock) {
                exits.put(new Port(item.path(), port), source);
            }
        }
    }

    /// @return what the parameters of a node are named after
    private String weights(Item item) {
        Optional<String> reference = item.node.sharesWith();
        if (reference.isEmpty()) {
            return own(item);
        }
        Optional<Item> owner = item.scope.find(reference.get());
        if (owner.isEmpty()) {
            found.error(
                    item.place(), CommonProps.SHARES_WITH, Message.of("core.problem.sharesNowhere", reference.get()));
            return own(item);
        }
        if (!sharing.add(item)) {
            found.error(item.place(), CommonProps.SHARES_WITH, Message.of("core.problem.sharesInCircle"));
            return own(item);
        }
        try {
            return weights(owner.get());
        } finally {
            sharing.remove(item);
        }
    }

    private String own(Item item) {
        Scope scope = item.scope;
        Item holder = scope.holder;
        if (holder == null) {
            return weights + item.node.name();
        }
        String copy = holder.copies.size() == 1 || holder.linked ? "" : scope.copy + 1 + ".";
        return weights(holder) + "." + copy + item.node.name();
    }
}
