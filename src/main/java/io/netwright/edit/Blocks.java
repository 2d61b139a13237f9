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
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// The edits that make blocks and take them apart. Each is one entry of the history, and none changes what the network
/// computes.
public final class Blocks {

    private Blocks() {}

    /// Puts nodes into a block of their own, which takes their place. What comes in from outside comes in at its
    /// ports, one for each source; what goes outside leaves at its ports. Where the nodes stand, inside, is measured
    /// from the block's corner.
    ///
    /// @param stem  what the block's name starts with
    /// @param loose outputs of the nodes that nothing takes and that are to be ports all the same
    public static Edit group(Collection<String> names, String stem, Collection<Port> loose) {
        return Edit.of(Message.of("design.edit.group", Set.copyOf(names).size()), d -> {
                    Set<String> inside = new LinkedHashSet<>(names);
                    inside.retainAll(d.network().nodes().keySet());
                    return inside.isEmpty()
                            ? d
                            : new Grouping(d, inside, d.network().freeName(stem), loose).grouped();
                })
                .moving((before, path) -> References.start(before.network(), path)
                                .filter(n -> names.contains(n.name()))
                                .isPresent()
                        ? before.network().freeName(stem) + "." + path
                        : path);
    }

    /// Puts what is inside a block in the place of the block. A name that is taken is replaced by a free one. A block
    /// that is repeated falls apart into all of its copies.
    ///
    /// @param canHaveWeights which nodes take over that the block is frozen, or uses another's weights
    /// @throws io.netwright.text.UserException when applied, where another node uses the weights of the block as a
    ///   whole
    public static Edit unpack(String name, Predicate<Node> canHaveWeights) {
        return Edit.of(Message.of("design.edit.unpack", name), d -> {
                    if (d.network().node(name).filter(Node::isBlock).isEmpty()) {
                        return d;
                    }
                    return unpacked(d, name, canHaveWeights);
                })
                .moving((before, path) -> movedOut(before, path, name));
    }

    private static Design unpacked(Design d, String name, Predicate<Node> canHaveWeights) {
        Design flat = unrolled(d, name);
        List<String> blocks = new ArrayList<>(flat.network().nodes().keySet());
        blocks.removeAll(d.network().nodes().keySet());
        blocks.addFirst(name);
        // before anything is unpacked: copies that use the first one's weights lead to it as a whole
        flat = flat.withNetwork(n -> Unpacking.handDown(n, blocks, canHaveWeights));
        for (String block : blocks) {
            flat = new Unpacking(flat, block).unpacked(Unpacking.Sharing.REFUSE);
        }
        return flat;
    }

    private static String movedOut(Design before, String path, String name) {
        Node block = before.network().nodes().get(name);
        if (block == null || !block.isBlock()) {
            return path;
        }
        boolean linked = isLinked(block);
        Design flat = unrolled(before, name);
        List<String> blocks = new ArrayList<>(flat.network().nodes().keySet());
        blocks.removeAll(before.network().nodes().keySet());
        blocks.addFirst(name);
        String moved = blocks.size() == 1 ? path : copyPath(path, name, blocks, linked);
        for (String each : blocks) {
            Unpacking unpacking = new Unpacking(flat, each);
            moved = unpacking.moved(moved);
            flat = unpacking.unpacked(Unpacking.Sharing.LET);
        }
        return moved;
    }

    private static boolean isLinked(Node block) {
        return block.props().get(Block.LINKED) instanceof PropValue.Bool(boolean on) && on;
    }

    /// Writes the copies of a repeated block out, as blocks of which each feeds the next. Where they are linked, all
    /// use the weights of the first.
    public static Edit unroll(String name) {
        return Edit.of(Message.of("design.edit.unroll", name), d -> unrolled(d, name));
    }

    /// Turns a node into a block of the same name: a layer into what it is made of.
    ///
    /// @param parts with ports of the same names as the node's
    public static Edit open(String name, Block parts) {
        return Edit.of(
                Message.of("design.edit.toBlock", name),
                d -> d.network().node(name).isEmpty()
                        ? d
                        : d.withNetwork(n -> n.replace(name, node -> {
                            var kept = new LinkedHashMap<>(node.props());
                            kept.keySet().retainAll(List.of(Node.FROZEN, Node.SHARES_WITH));
                            return new Node(name, Block.TYPE, kept, parts);
                        })));
    }

    private static Design unrolled(Design d, String name) {
        Node node = d.network().nodes().get(name);
        if (node == null || !node.isBlock() || node.copies() == 1) {
            return d;
        }
        boolean linked = isLinked(node);
        List<String> ins = node.inside().inputs();
        List<String> outs = node.inside().outputs();
        Node first = node.without(Block.REPEAT).without(Block.LINKED);
        Network network = d.network();
        List<String> names = new ArrayList<>(List.of(name));
        while (names.size() < node.copies()) {
            String copy = network.freeName(name + "_");
            network = network.plus(
                    linked ? first.named(copy).with(Node.SHARES_WITH, PropValue.of(name)) : first.named(copy));
            names.add(copy);
        }
        String last = names.getLast();
        Network alone = network.replace(name, x -> first);
        List<Wire> wires = new ArrayList<>();
        for (Wire w : alone.wires()) {
            Port from = w.from().node().equals(name) ? new Port(last, w.from().port()) : w.from();
            wires.add(new Wire(from, w.to()));
            boolean beyond = w.to().node().equals(name) && ins.indexOf(w.to().port()) >= outs.size();
            for (String copy : beyond ? names.subList(1, names.size()) : List.<String>of()) {
                wires.add(new Wire(from, new Port(copy, w.to().port())));
            }
        }
        for (int c = 1; c < names.size(); c++) {
            for (int i = 0; i < Math.min(ins.size(), outs.size()); i++) {
                wires.add(new Wire(new Port(names.get(c - 1), outs.get(i)), new Port(names.get(c), ins.get(i))));
            }
        }
        Map<String, Position> placed = new LinkedHashMap<>();
        d.layout().of(name).ifPresent(p -> {
            for (int c = 1; c < names.size(); c++) {
                placed.put(names.get(c), p.plus(c * Grouping.GAP, 0));
            }
        });
        Network rewired = References.rewrite(
                new Network(alone.nodes().values(), wires),
                (from, beyond, path) ->
                        beyond > 0 ? References.outwards(beyond, path) : copyPath(path, name, names, linked));
        return d.with(rewired, d.layout().with(placed));
    }

    /// `block1.2.dense1` leads to the second copy, which has a name of its own now.
    private static String copyPath(String path, String name, List<String> names, boolean linked) {
        if (!path.startsWith(name + ".")) {
            return path;
        }
        String rest = path.substring(name.length() + 1);
        for (int c = 0; c < names.size(); c++) {
            String number = c + 1 + ".";
            if (rest.startsWith(number)) {
                return (linked ? name : names.get(c)) + "." + rest.substring(number.length());
            }
        }
        return path;
    }
}
