package io.netwright.edit;

import io.netwright.network.Block;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.Position;
import io.netwright.network.PropValue;
import io.netwright.network.References;
import io.netwright.network.Wire;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Puts what is inside a block, which is not repeated, in the place of the block.
final class Unpacking {

    private final Design design;
    private final Network outer;
    private final Node node;
    private final Block block;
    /// What the inner nodes are called outside.
    private final Map<String, String> names = new LinkedHashMap<>();
    private final List<Node> added = new ArrayList<>();

    Unpacking(Design design, String name) {
        this.design = design;
        this.outer = design.network();
        this.node = outer.node(name).orElseThrow();
        this.block = node.inside();
        Set<String> taken = new HashSet<>(outer.nodes().keySet());
        taken.remove(name);
        for (Node inner : block.network().nodes().values()) {
            if (!isPort(inner)) {
                String free = taken.contains(inner.name()) ? Edits.freeName(taken, Edits.stemOf(inner)) : inner.name();
                taken.add(free);
                names.put(inner.name(), free);
            }
        }
    }

    private static boolean isPort(Node inner) {
        return inner.type().equals(Block.INPUT) || inner.type().equals(Block.OUTPUT);
    }

    /// What is to happen where another node uses the block's weights as a whole.
    enum Sharing {
        REFUSE,
        LET
    }

    /// @throws UserException where another node uses the block's weights as a whole, unless that is let pass
    Design unpacked(Sharing whole) {
        if (whole == Sharing.REFUSE) {
            requireNobodySharesTheWhole();
        }
        List<Wire> wires = wires();
        List<Node> nodes = new ArrayList<>();
        for (Node each : led().nodes().values()) {
            if (each.name().equals(node.name())) {
                inside().nodes().values().stream()
                        .filter(n -> !isPort(n))
                        .forEach(n -> nodes.add(n.named(names.getOrDefault(n.name(), n.name()))));
                nodes.addAll(added);
            } else {
                nodes.add(each);
            }
        }
        Map<String, Position> placed = new LinkedHashMap<>();
        design.layout()
                .of(node.name())
                .ifPresent(at -> block.layout().positions().forEach((inner, p) -> {
                    String name = names.get(inner);
                    if (name != null) {
                        placed.put(name, p.plus(at.x(), at.y()));
                    }
                }));
        // the block's own place goes first: a layer inside may be called like the block
        return design.with(
                new Network(nodes, wires),
                design.layout().minus(List.of(node.name())).with(placed));
    }

    private void requireNobodySharesTheWhole() {
        References.rewrite(outer, (from, beyond, path) -> {
            if (beyond == 0 && path.equals(node.name())) {
                throw new UserException(Message.of("design.edit.unpackShared", node.name()));
            }
            return References.outwards(beyond, path);
        });
    }

    /// @return a path of the network around as it is once the block is gone
    String moved(String path) {
        boolean intoBlock = path.startsWith(node.name() + ".")
                && References.start(outer, path)
                        .filter(n -> n.name().equals(node.name()))
                        .isPresent();
        return intoBlock ? renamed(path.substring(node.name().length() + 1)) : path;
    }

    /// @return the network around, where paths into the block lead to where its nodes are now
    private Network led() {
        return References.rewrite(
                outer, (from, beyond, path) -> beyond > 0 ? References.outwards(beyond, path) : moved(path));
    }

    /// @return what is inside, where paths are those of the network around
    private Network inside() {
        return References.rewrite(block.network(), (from, beyond, path) -> switch (beyond) {
            case 0 -> renamed(path);
            case 1 -> moved(path);
            default -> References.outwards(beyond - 1, path);
        });
    }

    private String renamed(String path) {
        return References.start(block.network(), path)
                .map(n -> names.getOrDefault(n.name(), n.name())
                        + path.substring(n.name().length()))
                .orElse(path);
    }

    /// Has the nodes inside blocks say themselves what the blocks say for them: that they are frozen, or use the
    /// weights of others.
    static Network handDown(Network network, List<String> blocks, Predicate<Node> canHaveWeights) {
        Network now = network;
        for (String name : blocks) {
            now = now.replace(name, block -> {
                Network inside = block.inside().network();
                List<Node> nodes = inside.nodes().values().stream()
                        .map(inner -> canHaveWeights.test(inner) ? handedDown(block, inner) : inner)
                        .toList();
                return block.without(Node.FROZEN)
                        .without(Node.SHARES_WITH)
                        .with(new Block(
                                new Network(nodes, inside.wires()),
                                block.inside().layout()));
            });
        }
        return now;
    }

    private static Node handedDown(Node block, Node inner) {
        Node now = inner;
        PropValue frozen = block.props().get(Node.FROZEN);
        if (frozen != null && !inner.props().containsKey(Node.FROZEN)) {
            now = now.with(Node.FROZEN, frozen);
        }
        if (block.sharesWith().isPresent() && inner.sharesWith().isEmpty()) {
            String path = References.UP + block.sharesWith().get() + "." + inner.name();
            now = now.with(Node.SHARES_WITH, PropValue.of(path));
        }
        return now;
    }

    private List<Wire> wires() {
        List<Wire> all = new ArrayList<>();
        Set<Wire> there = new HashSet<>();
        boolean isIn = false;
        for (Wire w : outer.wires()) {
            if (!isIn && w.touches(node.name())) {
                innerWires(all, there);
                isIn = true;
            }
            if (!w.to().node().equals(node.name())) {
                add(w.from(), w.to(), all, there);
            }
        }
        if (!isIn) {
            innerWires(all, there);
        }
        return all;
    }

    private void innerWires(List<Wire> all, Set<Wire> there) {
        for (Wire w : block.network().wires()) {
            if (names.containsKey(w.to().node())) {
                add(insideOut(w.from()), new Port(names.getOrDefault(w.to().node(), ""), w.to().port()), all, there);
            }
        }
    }

    /// Adds a wire from what feeds `from`, if anything does. Where there is one like it already, which a network cannot
    /// have twice, a block that hands on what comes in stands in between.
    private void add(@Nullable Port from, Port to, List<Wire> all, Set<Wire> there) {
        Port source = from != null && from.node().equals(node.name()) ? leaving(from.port()) : from;
        if (source == null) {
            return;
        }
        if (there.add(new Wire(source, to))) {
            all.add(new Wire(source, to));
            return;
        }
        Set<String> taken = new HashSet<>(outer.nodes().keySet());
        taken.addAll(names.values());
        added.forEach(n -> taken.add(n.name()));
        String through = Edits.freeName(taken, "through");
        added.add(Node.of(
                through,
                Block.of(new Network(
                        List.of(Node.of("in", Block.INPUT), Node.of("out", Block.OUTPUT)),
                        List.of(Wire.of("in.out", "out.in"))))));
        all.add(new Wire(source, new Port(through, "in")));
        all.add(new Wire(new Port(through, "out"), to));
    }

    /// @return the output, outside, that an output of an inner node is; null where nothing comes in there
    private @Nullable Port insideOut(Port from) {
        Node inner = block.network().node(from.node()).orElseThrow();
        if (inner.type().equals(Block.OUTPUT)) {
            return null;
        }
        if (inner.type().equals(Block.INPUT)) {
            return outer.wiresInto(new Port(node.name(), inner.name())).stream()
                    .findFirst()
                    .map(Wire::from)
                    .map(source -> source.node().equals(node.name()) ? null : source)
                    .orElse(null);
        }
        return new Port(names.getOrDefault(from.node(), from.node()), from.port());
    }

    private @Nullable Port leaving(String port) {
        if (!block.outputs().contains(port)) {
            return null;
        }
        return block.network().wiresInto(new Port(port, "in")).stream()
                .findFirst()
                .map(w -> insideOut(w.from()))
                .orElse(null);
    }
}
