package io.netwright.ui.inspector;

import io.netwright.edit.Edits;
import io.netwright.layer.Prop;
import io.netwright.network.Node;
import io.netwright.network.PropValue;
import io.netwright.network.Variables;
import io.netwright.ui.Session;
import io.netwright.ui.property.PropertyModel;
import io.netwright.ui.property.PropertySource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The properties that several nodes have in common. What is written goes into all of them, as one entry of the
/// history; where they differ, the first one's value is shown.
final class ManyProperties implements PropertySource {

    private final Session session;
    private final List<String> names;

    ManyProperties(Session session, List<String> names) {
        this.session = session;
        this.names = List.copyOf(names);
    }

    /// @return what every one of the nodes has, with the same range and default, in the order of the first
    List<Prop<?>> common() {
        List<Prop<?>> common = null;
        for (Node node : nodes()) {
            List<Prop<?>> props =
                    session.layerOf(node).map(l -> l.info().props()).orElse(List.of());
            if (common == null) {
                common = new ArrayList<>(props);
            } else {
                common.retainAll(props);
            }
        }
        return common == null ? List.of() : common;
    }

    /// @return whether the nodes have different values there
    boolean differs(Prop<?> prop) {
        return nodes().stream()
                        .map(n -> Optional.ofNullable(n.props().get(prop.key())))
                        .distinct()
                        .count()
                > 1;
    }

    // in the order of the network: a selection has none
    private List<Node> nodes() {
        return session.networkHere().nodes().values().stream()
                .filter(n -> names.contains(n.name()))
                .toList();
    }

    @Override
    public <T> PropertyModel<T> model(Prop<T> prop) {
        return new PropertyModel<>(prop) {
            @Override
            protected @Nullable PropValue written() {
                List<Node> nodes = nodes();
                return nodes.isEmpty() ? null : nodes.getFirst().props().get(prop.key());
            }

            @Override
            protected void write(PropValue raw) {
                session.editor().apply(Edits.setProperty(names, prop.key(), raw));
            }

            @Override
            public void reset() {
                session.editor().apply(Edits.resetProperty(names, prop.key()));
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
    public String words(Prop<?> prop) {
        return "layers.prop." + prop.key();
    }
}
