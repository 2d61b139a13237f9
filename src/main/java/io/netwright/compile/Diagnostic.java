package io.netwright.compile;

import io.netwright.text.Message;
import org.jspecify.annotations.Nullable;

/// Something to say about a network, at the place it is about.
///
/// @param severity whether the network can run all the same
/// @param node     the node's name; null where it is about the whole network
/// @param port     the port's name; null where it is about the node or a property
/// @param property the property's key; null where it is about the node or a port
/// @param message  what is wrong and what to do
public record Diagnostic(
        Severity severity,
        @Nullable String node,
        @Nullable String port,
        @Nullable String property,
        Message message) {

    public enum Severity {
        /// The network cannot run.
        ERROR,
        /// It can, but probably not as meant.
        WARNING
    }

    /// @return the same, said of a node that is called otherwise
    public Diagnostic at(String otherNode) {
        return new Diagnostic(severity, otherNode, port, property, message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /// @return the place, written `conv1.in` for a port, `conv1.kernel` for a property, `conv1`, or empty
    public String place() {
        if (node == null) {
            return "";
        }
        String at = port != null ? port : property;
        return at == null ? node : node + "." + at;
    }
}
