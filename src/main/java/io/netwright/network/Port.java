package io.netwright.network;

/// One end of a wire: a port of a node.
///
/// Written `conv1.out`; the port's name follows the last dot, so a node's name may itself hold dots.
///
/// @param node the node's name
/// @param port the port's name within the node's layer, such as `in`, `out` or `b`
public record Port(String node, String port) {

    /// @return the port written as `node.port`
    /// @throws IllegalArgumentException where there is no dot with something on both sides
    public static Port parse(String text) {
        int dot = text.lastIndexOf('.');
        if (dot <= 0 || dot == text.length() - 1) {
            throw new IllegalArgumentException("'" + text + "' is not of the form node.port");
        }
        return new Port(text.substring(0, dot), text.substring(dot + 1));
    }

    @Override
    public String toString() {
        return node + "." + port;
    }
}
