package io.netwright.ui.inspector;

import io.netwright.edit.Edits;
import io.netwright.layer.Prop;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.text.Message;
import io.netwright.ui.Session;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One property of one node, as the document has it now, with the ways to change it. Knows no control.
///
/// @param <T> what the layer gets to see
final class PropertyModel<T> {

    private final Session session;
    private final String node;
    private final Prop<T> prop;

    PropertyModel(Session session, String node, Prop<T> prop) {
        this.session = session;
        this.node = node;
        this.prop = prop;
    }

    Prop<T> prop() {
        return prop;
    }

    String node() {
        return node;
    }

    /// @return what the document says; the default where it says nothing
    PropValue raw() {
        PropValue set = set();
        return set == null ? prop.encode(prop.defaultValue()) : set;
    }

    private @Nullable PropValue set() {
        return session.network()
                .node(node)
                .map(Node::props)
                .map(p -> p.get(prop.key()))
                .orElse(null);
    }

    /// @return whether the document says nothing, so that the default holds
    boolean isDefault() {
        return set() == null;
    }

    /// @return why `raw` is not accepted: what is expected, and what was found; empty where it is
    Optional<Message> problem(PropValue raw) {
        try {
            prop.decode(raw);
            return Optional.empty();
        } catch (Prop.PropException e) {
            String found = PropText.format(e.found());
            return Optional.of(
                    found.isBlank()
                            ? Message.of("design.inspector.needs", e.expected())
                            : Message.of("design.inspector.needsNot", e.expected(), found));
        }
    }

    /// Writes `raw` into the document, accepted or not: a document can hold whatever was typed. The default is not
    /// written but left out.
    void set(PropValue raw) {
        if (session.network().node(node).isEmpty()) {
            return;
        }
        if (problem(raw).isEmpty() && prop.decode(raw).equals(prop.defaultValue())) {
            reset();
        } else {
            session.editor().apply(Edits.setProperty(node, prop.key(), raw));
        }
    }

    /// Goes back to the default.
    void reset() {
        session.editor().apply(Edits.resetProperty(node, prop.key()));
    }

    /// Ends a spell of typing: the next change is an undo entry of its own.
    void done() {
        session.editor().seal();
    }
}
