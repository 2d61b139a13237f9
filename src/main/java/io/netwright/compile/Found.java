package io.netwright.compile;

import io.netwright.layer.LayerException;
import io.netwright.layer.Prop;
import io.netwright.text.Message;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What has been found out about a network so far, each thing once: copies of a block say the same of the same place.
final class Found {

    private final Set<Diagnostic> all;
    /// The layer whose parts are looked at; null where the document itself is.
    private final @Nullable String layer;

    Found() {
        this(new LinkedHashSet<>(), null);
    }

    private Found(Set<Diagnostic> all, @Nullable String layer) {
        this.all = all;
        this.layer = layer;
    }

    /// @return what has what is said about the parts of a layer, which are not in the document, said about the layer
    Found ofParts(String place) {
        return layer == null ? new Found(all, place) : this;
    }

    List<Diagnostic> all() {
        return List.copyOf(all);
    }

    boolean hasErrors() {
        return all.stream().anyMatch(Diagnostic::isError);
    }

    void error(String node, Message message) {
        add(Diagnostic.Severity.ERROR, node, null, null, message);
    }

    /// Something about an input or output port.
    void error(String node, String port, Message message) {
        add(Diagnostic.Severity.ERROR, node, port, null, message);
    }

    void error(String node, Prop<?> prop, Message message) {
        property(node, prop.key(), message);
    }

    void property(String node, String key, Message message) {
        add(Diagnostic.Severity.ERROR, node, null, key, message);
    }

    void error(String node, LayerException e) {
        add(
                Diagnostic.Severity.ERROR,
                node,
                e.isAtProperty() ? null : e.at(),
                e.isAtProperty() ? e.at() : null,
                e.problem());
    }

    void warn(@Nullable String node, @Nullable Prop<?> prop, Message message) {
        add(Diagnostic.Severity.WARNING, node, null, prop == null ? null : prop.key(), message);
    }

    /// Something about the network as a whole.
    void error(Message message) {
        add(Diagnostic.Severity.ERROR, null, null, null, message);
    }

    private void add(
            Diagnostic.Severity severity,
            @Nullable String node,
            @Nullable String port,
            @Nullable String property,
            Message message) {
        all.add(
                layer == null || node == null
                        ? new Diagnostic(severity, node, port, property, message)
                        : new Diagnostic(
                                severity, layer, null, null, Message.of("core.problem.inPart", node, message)));
    }

    /// @return what to say where not exactly one wire ends at an input
    static Message wires(String port, int wires) {
        return wires == 0
                ? Message.of("core.problem.unwired", port)
                : Message.of("core.problem.manyWires", port, wires);
    }
}
