package io.netwright.network;

/// A value that flows from an output port to an input port.
///
/// @param from an output port
/// @param to   an input port
public record Wire(Port from, Port to) {

    /// @return a wire between ports written `node.port`
    public static Wire of(String from, String to) {
        return new Wire(Port.parse(from), Port.parse(to));
    }

    /// @return whether either end is at `node`
    public boolean touches(String node) {
        return from.node().equals(node) || to.node().equals(node);
    }

    @Override
    public String toString() {
        return from + " -> " + to;
    }
}
