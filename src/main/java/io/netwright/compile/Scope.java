package io.netwright.compile;

import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.References;
import io.netwright.network.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A network at its place: the whole one, or one copy of what is inside a block.
final class Scope {

    /// A node in its scope; a block with a scope for each copy of its inside.
    static final class Item {
        final Node node;
        final Scope scope;
        final List<Scope> copies = new ArrayList<>();
        boolean linked;
        boolean frozen;

        Item(Node node, Scope scope) {
            this.node = node;
            this.scope = scope;
        }

        String path() {
            return scope.path + node.name();
        }

        String place() {
            return scope.place + node.name();
        }
    }

    final Network network;
    /// What stands before the names of its nodes: empty, or `block1.2.`.
    final String path;
    /// The same without numbers of copies: `block1.`.
    final String place;
    /// The block that it is a copy of; null for the outermost.
    final @Nullable Item holder;
    /// Which copy it is, from 0.
    final int copy;
    final SequencedMap<String, Item> items = new LinkedHashMap<>();
    private final Map<String, List<Wire>> into;

    private Scope(
            Network network, String path, String place, @Nullable Item holder, int copy, Map<String, List<Wire>> into) {
        this.network = network;
        this.path = path;
        this.place = place;
        this.holder = holder;
        this.copy = copy;
        this.into = into;
        network.nodes().values().forEach(n -> items.put(n.name(), new Item(n, this)));
    }

    /// The outermost scope.
    ///
    /// @param path what stands before the names of its nodes
    static Scope of(Network network, String path) {
        return new Scope(network, path, path, null, 0, wiresInto(network));
    }

    /// Opens a block: gives it a scope for each of its copies.
    static void open(Item block, int copies) {
        Network inside = block.node.inside().network();
        Map<String, List<Wire>> into = wiresInto(inside);
        String path = block.path() + ".";
        String place = block.place() + ".";
        for (int c = 0; c < copies; c++) {
            String own = copies == 1 ? path : path + (c + 1) + ".";
            block.copies.add(new Scope(inside, own, place, block, c, into));
        }
    }

    private static Map<String, List<Wire>> wiresInto(Network network) {
        Map<String, List<Wire>> into = new HashMap<>();
        network.wires().forEach(w -> into.computeIfAbsent(w.to().node(), n -> new ArrayList<>())
                .add(w));
        return into;
    }

    /// @return the wires that end at a node of this scope, in order
    List<Wire> wiresInto(String node) {
        return into.getOrDefault(node, List.of());
    }

    /// @return the wires that end at an input port of a node of this scope, in order
    List<Wire> wiresInto(String node, String port) {
        return wiresInto(node).stream().filter(w -> w.to().port().equals(port)).toList();
    }

    /// @return the node that `reference` leads to from here
    Optional<Item> find(String reference) {
        Scope scope = this;
        for (int level = References.levels(reference); level > 0; level--) {
            if (scope.holder == null) {
                return Optional.empty();
            }
            scope = scope.holder.scope;
        }
        return scope.lookup(References.inwards(reference));
    }

    private Optional<Item> lookup(String reference) {
        Item item = References.start(network, reference)
                .map(Node::name)
                .map(items::get)
                .orElse(null);
        if (item == null || item.node.name().length() == reference.length()) {
            return Optional.ofNullable(item);
        }
        String rest = reference.substring(item.node.name().length() + 1);
        if (item.copies.size() > 1) {
            for (Scope copy : item.copies) {
                String number = copy.copy + 1 + ".";
                if (rest.startsWith(number)) {
                    return copy.lookup(rest.substring(number.length()));
                }
            }
            return item.linked ? item.copies.getFirst().lookup(rest) : Optional.empty();
        }
        return item.copies.isEmpty() ? Optional.empty() : item.copies.getFirst().lookup(rest);
    }
}
