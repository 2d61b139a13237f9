package io.netwright.edit;

import io.netwright.network.Block;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.References;
import io.netwright.network.Wire;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Editing inside blocks. A level is a list of block names, from the outermost: the empty one is the document itself.
/// What is inside a block is a design like the document, so every edit of the document is an edit of any level.
public final class Levels {

    private Levels() {}

    /// @return what is inside the block that `level` leads to; empty where it leads to no block
    public static Optional<Design> at(Design document, List<String> level) {
        Optional<Design> at = Optional.of(document);
        for (String name : level) {
            at = at.flatMap(d -> d.network().node(name))
                    .filter(Node::isBlock)
                    .map(Node::inside)
                    .map(b -> new Design(b.network(), b.layout()));
        }
        return at;
    }

    /// Makes an edit of what is inside a block one of the document. Wires at the block's ports follow: to a port that
    /// got another name, and away with one that is gone.
    ///
    /// @return the edit, with the same label; it does nothing where `level` leads to no block
    public static Edit inside(List<String> level, Edit edit) {
        String key = edit.mergeKey() == null ? null : String.join(".", level) + " " + edit.mergeKey();
        if (level.isEmpty()) {
            return edit;
        }
        Edit inner = inside(level.subList(1, level.size()), edit);
        String name = level.getFirst();
        return new Edit(
                edit.label(),
                key,
                d -> change(d, name, inner),
                (before, path) -> moved(before.network(), path, name, inner.moves()));
    }

    private static Design change(Design design, String name, Edit edit) {
        Optional<Node> node = design.network().node(name).filter(Node::isBlock);
        if (node.isEmpty()) {
            return design;
        }
        Block before = node.get().inside();
        Design inner = new Design(before.network(), before.layout());
        Design changed = edit.change().apply(inner);
        if (changed.equals(inner)) {
            return design;
        }
        Block after = new Block(changed.network(), changed.layout());
        return design.withNetwork(n -> {
            // what is inside has had its paths rewritten by the edit itself
            Network led = References.rewrite(
                    n,
                    (from, beyond, path) ->
                            beyond > 0 ? References.outwards(beyond, path) : moved(n, path, name, edit.moves()));
            return follow(led.replace(name, x -> x.with(after)), name, before, after);
        });
    }

    /// @return what becomes of a path that leads into block `name` when nodes inside move
    private static String moved(Network network, String path, String name, Edit.Moves moves) {
        Optional<Node> block =
                References.start(network, path).filter(n -> n.name().equals(name) && path.length() > name.length());
        if (block.isEmpty()) {
            return path;
        }
        Block inside = block.get().inside();
        String rest = path.substring(name.length() + 1);
        int copy = block.get().copies() > 1 ? References.copyLength(rest) : 0;
        return name
                + "."
                + rest.substring(0, copy)
                + moves.of(new Design(inside.network(), inside.layout()), rest.substring(copy));
    }

    /// Has the wires at a block's ports follow what became of the ports.
    private static Network follow(Network network, String name, Block before, Block after) {
        Map<String, String> inputs = renamed(before.inputs(), after.inputs());
        Map<String, String> outputs = renamed(before.outputs(), after.outputs());
        var wires = new LinkedHashSet<Wire>();
        for (Wire w : network.wires()) {
            Optional<Port> from = followed(w.from(), name, outputs);
            Optional<Port> to = followed(w.to(), name, inputs);
            if (from.isPresent() && to.isPresent()) {
                wires.add(new Wire(from.get(), to.get()));
            }
        }
        return wires.equals(new LinkedHashSet<>(network.wires()))
                ? network
                : new Network(network.nodes().values(), wires);
    }

    private static Optional<Port> followed(Port port, String name, Map<String, String> now) {
        if (!port.node().equals(name) || !now.containsKey(port.port())) {
            return Optional.of(port);
        }
        String next = now.getOrDefault(port.port(), "");
        return next.isEmpty() ? Optional.empty() : Optional.of(new Port(name, next));
    }

    /// @return what each port that was there is called now; empty text where it is gone. As many ports as before are
    ///   the
    ///     same ports, in their order
    private static Map<String, String> renamed(List<String> before, List<String> after) {
        Map<String, String> now = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            String old = before.get(i);
            if (after.contains(old)) {
                now.put(old, old);
            } else {
                now.put(old, before.size() == after.size() ? after.get(i) : "");
            }
        }
        return now;
    }
}
