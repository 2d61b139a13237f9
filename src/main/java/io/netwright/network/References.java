package io.netwright.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Paths from node to node: what [Node#SHARES_WITH] says, and where a compiler found something.
///
/// A path is written with dots: `dense1` is a node of the same network, `block1.dense1` one inside a block of it, and
/// `block1.2.dense1` the one in the second copy of a block that is repeated. From inside a block, `../dense1` is a node
/// of the network around it.
public final class References {

    /// Leads to the network around.
    public static final String UP = "../";

    private References() {}

    /// @return the node of `network` that a path begins at: the one with the longest name that fits
    public static Optional<Node> start(Network network, String path) {
        Node exact = network.nodes().get(path);
        if (exact != null || path.indexOf('.') < 0) {
            return Optional.ofNullable(exact);
        }
        return network.nodes().values().stream()
                .filter(n -> path.startsWith(n.name() + "."))
                .max(Comparator.comparingInt(n -> n.name().length()));
    }

    /// Follows a path inwards.
    ///
    /// @return the nodes on it, from the outermost: each but the last is a block that holds the next. Empty where it
    ///     begins at no node of `network`; it ends early where something on the way is not there, such as the parts of
    ///     a layer that is no block in the document
    public static List<Node> along(Network network, String path) {
        List<Node> nodes = new ArrayList<>();
        Network at = network;
        String rest = path;
        while (true) {
            Optional<Node> next = start(at, rest);
            if (next.isEmpty()) {
                return nodes;
            }
            Node node = next.get();
            nodes.add(node);
            if (node.name().length() >= rest.length() || !node.isBlock()) {
                return nodes;
            }
            rest = rest.substring(node.name().length() + 1);
            at = node.inside().network();
            if (node.copies() > 1 && start(at, rest).isEmpty()) {
                rest = rest.substring(copyLength(rest));
            }
        }
    }

    /// @return where the document has what a compiler found at `path`: the same path without the numbers of copies, and
    ///     for a part of a layer, that layer
    public static String place(Network network, String path) {
        return along(network, path).stream().map(Node::name).collect(Collectors.joining("."));
    }

    /// @return how long the number of a copy, with the dot behind it, is at the beginning of `path`; 0 where there is
    ///   none
    public static int copyLength(String path) {
        int digits = 0;
        while (digits < path.length() && Character.isDigit(path.charAt(digits))) {
            digits++;
        }
        return digits > 0 && digits < path.length() && path.charAt(digits) == '.' ? digits + 1 : 0;
    }

    /// What becomes of a path.
    @FunctionalInterface
    public interface Change {
        /// @param from   the node of the network that the path comes from, itself or something inside it
        /// @param beyond how many networks further out the path leads: 0 to a node of this one
        /// @param path   from there on inwards
        /// @return the path as it is to be seen from where `from` is
        String of(Node from, int beyond, String path);
    }

    /// @return a path that leads outwards first
    public static String outwards(int levels, String path) {
        return UP.repeat(levels) + path;
    }

    /// @return how many networks a path leads outwards before it leads inwards
    public static int levels(String path) {
        int levels = 0;
        while (path.startsWith(UP, levels * UP.length())) {
            levels++;
        }
        return levels;
    }

    /// @return the part of a path that leads inwards
    public static String inwards(String path) {
        return path.substring(levels(path) * UP.length());
    }

    /// Rewrites every path that leads from a node of `network`, or from inside one of its blocks, to a node of
    /// `network` or further out.
    ///
    /// @return the network; itself where no path changes
    public static Network rewrite(Network network, Change change) {
        return rewrite(network, null, 0, change);
    }

    private static Network rewrite(Network network, @Nullable Node top, int depth, Change change) {
        List<Node> nodes = new ArrayList<>();
        boolean changed = false;
        for (Node node : network.nodes().values()) {
            Node now = node;
            Node from = top == null ? node : top;
            String path = node.sharesWith().orElse("");
            int beyond = levels(path) - depth;
            if (!path.isEmpty() && beyond >= 0) {
                String next = outwards(depth, change.of(from, beyond, inwards(path)));
                now = next.equals(path) ? now : now.with(Node.SHARES_WITH, PropValue.of(next));
            }
            Block block = node.block();
            if (block != null) {
                Network inner = rewrite(block.network(), from, depth + 1, change);
                now = inner == block.network() ? now : now.with(new Block(inner, block.layout()));
            }
            nodes.add(now);
            changed |= now != node;
        }
        return changed ? new Network(nodes, network.wires()) : network;
    }

    /// @param path begins at a node of `network`
    /// @return the path where node `from` is called `to`
    public static String renamed(Network network, String path, String from, String to) {
        return start(network, path).filter(n -> n.name().equals(from)).isPresent()
                ? to + path.substring(from.length())
                : path;
    }
}
