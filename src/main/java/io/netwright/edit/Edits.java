package io.netwright.edit;

import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.Position;
import io.netwright.network.PropValue;
import io.netwright.network.References;
import io.netwright.network.Variables;
import io.netwright.network.Wire;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The edits that there are. Each is one entry of the history.
public final class Edits {

    private Edits() {}

    /// Adds a node with every property at its default.
    ///
    /// @param type the layer's type
    /// @param stem what its name starts with; the lowest free number follows
    /// @param at   where it stands; null leaves it to automatic layout
    public static Edit addNode(String type, String stem, @Nullable Position at) {
        return Edit.of(
                Message.of("design.edit.add", type), d -> place(d, d.network().freeName(stem), type, at));
    }

    /// Adds a node and a wire between it and what is there.
    ///
    /// @param wire the new node's end has the name [#NEW]
    /// @param variadic whether the wire's input takes many wires
    public static Edit addNodeWired(String type, String stem, @Nullable Position at, Wire wire, boolean variadic) {
        return Edit.of(Message.of("design.edit.add", type), d -> {
            String name = d.network().freeName(stem);
            Wire real = new Wire(renamed(wire.from(), NEW, name), renamed(wire.to(), NEW, name));
            return place(d, name, type, at).withNetwork(n -> Wires.add(n, real, variadic));
        });
    }

    /// Adds a node in the middle of a wire: what flowed through the wire now flows through the node. The place among
    /// the wires of a variadic input stays.
    ///
    /// @param at  where it stands; null puts it between the wire's ends, where the rest of the row makes room
    /// @param in  the new node's input that takes over the wire's source
    /// @param out the new node's output that feeds the wire's target
    public static Edit insertNode(String type, String stem, @Nullable Position at, Wire wire, String in, String out) {
        return Edit.of(Message.of("design.edit.insert", type), d -> {
            if (!d.network().wires().contains(wire)) {
                return d;
            }
            String name = d.network().freeName(stem);
            Design placed = place(d, name, type, at);
            if (at == null) {
                placed = placed.withLayout(l -> l.with(Room.between(d.layout(), wire, name)));
            }
            return placed.withNetwork(n -> Wires.replace(n, wire, new Wire(new Port(name, out), wire.to()))
                    .plus(new Wire(wire.from(), new Port(name, in))));
        });
    }

    /// Moves a node that has no wires into a wire, as [#insertNode] does with a new one.
    ///
    /// @param to where it was dropped; null leaves it to the row to make room
    public static Edit insertExisting(String node, @Nullable Position to, Wire wire, String in, String out) {
        return Edit.of(Message.of("design.edit.insert", node), d -> {
            if (!d.network().wires().contains(wire) || d.network().node(node).isEmpty() || wire.touches(node)) {
                return d;
            }
            Map<String, Position> places =
                    to == null ? Room.between(d.layout().minus(Set.of(node)), wire, node) : Map.of(node, to);
            return positioned(d, places)
                    .withNetwork(n -> Wires.replace(n, wire, new Wire(new Port(node, out), wire.to()))
                            .plus(new Wire(wire.from(), new Port(node, in))));
        });
    }

    /// The name of a node that is yet to get one, in [#addNodeWired].
    public static final String NEW = "\0new";

    /// Moves nodes, or places them for the first time.
    ///
    /// @param to the new positions by node; names without a node are left out
    public static Edit move(Map<String, Position> to) {
        return Edit.of(Message.of("design.edit.move", to.size()), d -> positioned(d, to));
    }

    /// Moves nodes to where they line up.
    public static Edit align(Map<String, Position> to) {
        return Edit.of(Message.of("design.edit.align", to.size()), d -> positioned(d, to));
    }

    /// Gives every node the position that an automatic layout found for it.
    public static Edit arrange(Map<String, Position> to) {
        return Edit.of(Message.of("design.edit.arrange"), d -> positioned(d, to));
    }

    /// Makes a variable of the document, or gives it another number; formulas follow.
    public static Edit setVariable(String name, double value) {
        return Edit.of(
                        Message.of("design.edit.variable", name),
                        d -> d.withVariables(d.variables().with(name, value)))
                .merging("variable " + name);
    }

    /// Takes a variable away. Formulas that use it become the numbers that they came to.
    public static Edit removeVariable(String name) {
        return Edit.of(
                Message.of("design.edit.removeVariable", name), d -> d.withNetwork(n -> Variables.settled(n, name))
                        .withVariables(d.variables().without(name)));
    }

    /// Deletes nodes and every wire that touches one of them.
    public static Edit delete(Collection<String> names) {
        Set<String> gone = new LinkedHashSet<>(names);
        return Edit.of(deletion(gone), d -> d.withNetwork(n -> n.minus(gone)));
    }

    /// Deletes nodes and wires what fed each one's first wired input to everything that it fed. Where it fed a variadic
    /// input, the order among that input's wires stays.
    public static Edit deleteAndReconnect(Collection<String> names) {
        Set<String> gone = new LinkedHashSet<>(names);
        return Edit.of(
                deletion(gone),
                d -> d.withNetwork(n -> {
                    Network rest = n;
                    for (String name : gone) {
                        rest = Wires.bridge(rest, name);
                    }
                    return rest.minus(gone);
                }));
    }

    /// Draws a wire.
    ///
    /// @param variadic whether the input takes many wires; where it does not, the wire takes the place of what was
    ///   there
    public static Edit addWire(Wire wire, boolean variadic) {
        return Edit.of(
                Message.of("design.edit.wire", wire.from().node(), wire.to().node()),
                d -> d.withNetwork(n -> Wires.add(n, wire, variadic)));
    }

    /// Moves an end of a wire elsewhere.
    ///
    /// @param variadic whether the new wire's input takes many wires
    public static Edit rewire(Wire from, Wire to, boolean variadic) {
        return Edit.of(
                Message.of("design.edit.wire", to.from().node(), to.to().node()),
                d -> d.withNetwork(n -> from.to().equals(to.to())
                        ? Wires.replace(n, from, to)
                        : Wires.add(n.minus(from), to, variadic)));
    }

    public static Edit deleteWire(Wire wire) {
        return Edit.of(
                Message.of(
                        "design.edit.deleteWire", wire.from().node(), wire.to().node()),
                d -> d.withNetwork(n -> n.minus(wire)));
    }

    /// Sets a property; quick changes of the same property are one entry.
    public static Edit setProperty(String node, String key, PropValue value) {
        return new Edit(
                Message.of("design.edit.property", node, key),
                "property " + node + "." + key,
                d -> d.withNetwork(n -> n.node(node).isEmpty() ? n : n.replace(node, x -> x.with(key, value))));
    }

    /// Sets a property of several nodes alike.
    public static Edit setProperty(Collection<String> nodes, String key, PropValue value) {
        return new Edit(
                Message.of("design.edit.propertyOfMany", nodes.size(), key),
                "property " + nodes + "." + key,
                d -> changed(d, nodes, x -> x.with(key, value)));
    }

    /// Puts a property of several nodes back to its default.
    public static Edit resetProperty(Collection<String> nodes, String key) {
        return new Edit(
                Message.of("design.edit.propertyOfMany", nodes.size(), key),
                "property " + nodes + "." + key,
                d -> changed(d, nodes, x -> x.without(key)));
    }

    private static Design changed(Design d, Collection<String> nodes, UnaryOperator<Node> change) {
        return d.withNetwork(n -> {
            Network all = n;
            for (String node : nodes) {
                all = all.node(node).isEmpty() ? all : all.replace(node, change);
            }
            return all;
        });
    }

    /// Puts a property back to its default.
    public static Edit resetProperty(String node, String key) {
        return new Edit(
                Message.of("design.edit.reset", node, key),
                "property " + node + "." + key,
                d -> d.withNetwork(n -> n.node(node).isEmpty() ? n : n.replace(node, x -> x.without(key))));
    }

    /// Gives a node another name. Applying it throws a [UserException] where [#refusal] has something to say.
    public static Edit rename(String from, String to) {
        String name = to.strip();
        return Edit.of(Message.of("design.edit.rename", from, name), d -> {
                    refusal(d.network(), from, name).ifPresent(why -> {
                        throw new UserException(why);
                    });
                    // the layout first: a design forgets positions of nodes that it does not have
                    var layout = d.layout().renamed(from, name);
                    return d.with(d.network().replace(from, n -> n.named(name)), layout);
                })
                .moving((before, path) -> References.renamed(before.network(), path, from, name));
    }

    /// @return why node `from` cannot be called `to`, in words; empty where it can
    public static Optional<Message> refusal(Network network, String from, String to) {
        String name = to.strip();
        if (name.isEmpty()) {
            return Optional.of(Message.of("design.edit.nameEmpty"));
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            return Optional.of(Message.of("design.edit.nameControl"));
        }
        if (!name.equals(from) && network.node(name).isPresent()) {
            return Optional.of(Message.of("design.edit.nameTaken", name));
        }
        return Optional.empty();
    }

    /// Adds copies of nodes, with the wires among them, moved by (dx, dy).
    public static Edit duplicate(Collection<String> names, double dx, double dy) {
        Set<String> those = new LinkedHashSet<>(names);
        return Edit.of(Message.of("design.edit.duplicate", those.size()), d -> graft(d, d.only(those), dx, dy));
    }

    /// Adds what a clipboard holds, moved by (dx, dy). A name that is taken is replaced by a free one with the same
    /// stem.
    ///
    /// @param clip see [Design#only]
    public static Edit paste(Design clip, double dx, double dy) {
        return Edit.of(Message.of("design.edit.paste", clip.network().nodes().size()), d -> graft(d, clip, dx, dy));
    }

    /// Adds a whole piece, moved by (dx, dy), as [#paste] does.
    ///
    /// @param title what the piece is called
    public static Edit addWhole(String title, Design piece, double dx, double dy) {
        return Edit.of(Message.of("design.edit.add", title), d -> graft(d, piece, dx, dy));
    }

    /// Deletes nodes that are on the clipboard now.
    public static Edit cut(Collection<String> names) {
        Set<String> gone = new LinkedHashSet<>(names);
        return Edit.of(Message.of("design.edit.cut", gone.size()), d -> d.withNetwork(n -> n.minus(gone)));
    }

    private static Design place(Design d, String name, String type, @Nullable Position at) {
        Design with = d.withNetwork(n -> n.plus(Node.of(name, type)));
        return at == null ? with : with.withLayout(l -> l.with(name, at));
    }

    private static Design positioned(Design d, Map<String, Position> to) {
        var known = new LinkedHashMap<>(to);
        known.keySet().retainAll(d.network().nodes().keySet());
        return d.withLayout(l -> l.with(known));
    }

    private static Design graft(Design d, Design clip, double dx, double dy) {
        Map<String, Node> nodes = new LinkedHashMap<>(d.network().nodes());
        Map<String, String> names = new LinkedHashMap<>();
        for (Node node : clip.network().nodes().values()) {
            String name = nodes.containsKey(node.name()) ? freeName(nodes.keySet(), stemOf(node)) : node.name();
            names.put(node.name(), name);
            nodes.put(name, node);
        }
        // those that use each other's weights go on doing so among the copies
        Network copied = References.rewrite(
                clip.network(),
                (from, beyond, path) -> beyond > 0
                        ? References.outwards(beyond, path)
                        : References.start(clip.network(), path)
                                .map(n -> names.getOrDefault(n.name(), n.name())
                                        + path.substring(n.name().length()))
                                .orElse(path));
        copied.nodes().values().forEach(node -> {
            String name = names.getOrDefault(node.name(), node.name());
            nodes.put(name, node.named(name));
        });
        var wires = new ArrayList<>(d.network().wires());
        for (Wire wire : clip.network().wires()) {
            wires.add(new Wire(renamed(wire.from(), names), renamed(wire.to(), names)));
        }
        Map<String, Position> placed = new LinkedHashMap<>();
        clip.layout().positions().forEach((name, p) -> placed.put(names.getOrDefault(name, name), p.plus(dx, dy)));
        return positioned(d.withNetwork(n -> new Network(nodes.values(), wires)), placed);
    }

    static String freeName(Set<String> taken, String stem) {
        int n = 1;
        while (taken.contains(stem + n)) {
            n++;
        }
        return stem + n;
    }

    static String stemOf(Node node) {
        String stem = node.name().replaceFirst("\\d+$", "");
        return stem.isEmpty() ? "node" : stem;
    }

    private static Port renamed(Port port, Map<String, String> names) {
        return new Port(names.getOrDefault(port.node(), port.node()), port.port());
    }

    private static Port renamed(Port port, String from, String to) {
        return port.node().equals(from) ? new Port(to, port.port()) : port;
    }

    private static Message deletion(Collection<String> names) {
        return names.size() == 1
                ? Message.of("design.edit.deleteNode", names.iterator().next())
                : Message.of("design.edit.deleteNodes", names.size());
    }
}
