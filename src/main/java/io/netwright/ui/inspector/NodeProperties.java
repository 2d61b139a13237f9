package io.netwright.ui.inspector;

import io.netwright.compile.Compilation.Trained;
import io.netwright.edit.Edits;
import io.netwright.layer.Prop;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.network.Variables;
import io.netwright.tensor.Shape;
import io.netwright.ui.Session;
import io.netwright.ui.property.PropertyModel;
import io.netwright.ui.property.PropertySource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The properties of one node of the open document. A document can hold whatever was typed, accepted or not.
final class NodeProperties implements PropertySource {

    private final Session session;
    private final String node;

    NodeProperties(Session session, String node) {
        this.session = session;
        this.node = node;
    }

    @Override
    public <T> PropertyModel<T> model(Prop<T> prop) {
        return new PropertyModel<>(prop) {
            @Override
            protected @Nullable PropValue written() {
                return session.networkHere()
                        .node(node)
                        .map(Node::props)
                        .map(p -> p.get(prop.key()))
                        .orElse(null);
            }

            @Override
            protected void write(PropValue raw) {
                if (session.networkHere().node(node).isPresent()) {
                    session.editor().apply(Edits.setProperty(node, prop.key(), raw));
                }
            }

            @Override
            public void reset() {
                if (session.networkHere().node(node).isPresent()) {
                    session.editor().apply(Edits.resetProperty(node, prop.key()));
                }
            }

            @Override
            protected Variables variables() {
                return session.designProperty().get().variables();
            }

            @Override
            public void done() {
                session.editor().seal();
            }
        };
    }

    @Override
    public @Nullable Shape shape(String key) {
        return session.compiledHere().trained().getOrDefault(node, List.of()).stream()
                .filter(t -> key.equals(t.property()))
                .map(Trained::shape)
                .findFirst()
                .orElse(null);
    }

    @Override
    public String words(Prop<?> prop) {
        return "layers.prop." + prop.key();
    }
}
