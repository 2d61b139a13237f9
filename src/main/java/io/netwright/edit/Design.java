package io.netwright.edit;

import io.netwright.network.Layout;
import io.netwright.network.Network;
import io.netwright.network.Variables;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.function.UnaryOperator;

/// What a person edits: the network, and where its nodes stand. Immutable.
///
/// @param network the mathematics
/// @param layout  the drawing; may leave nodes without a position, and names no node that the network lacks
/// @param variables what formulas in properties are made with; only the document itself has any, not what is inside a
///   block
public record Design(Network network, Layout layout, Variables variables) {

    /// The design without nodes.
    public static final Design EMPTY = new Design(Network.EMPTY, Layout.EMPTY);

    public Design {
        layout = layout.within(network);
    }

    /// A design without variables.
    public Design(Network network, Layout layout) {
        this(network, layout, Variables.NONE);
    }

    /// @return this design with the network changed; the layout forgets nodes that are gone
    public Design withNetwork(UnaryOperator<Network> change) {
        return new Design(change.apply(network), layout, variables);
    }

    /// @return this design with the layout changed
    public Design withLayout(UnaryOperator<Layout> change) {
        return new Design(network, change.apply(layout), variables);
    }

    /// @return this design with another network and layout at once
    public Design with(Network newNetwork, Layout newLayout) {
        return new Design(newNetwork, newLayout, variables);
    }

    /// @return this design with other variables, and every formula computed from them
    public Design withVariables(Variables now) {
        return new Design(now.computed(network), layout, now);
    }

    /// @return those nodes alone, with the wires among them and where they stand; what a clipboard holds
    public Design only(Collection<String> names) {
        var nodes = network.nodes().values().stream()
                .filter(n -> names.contains(n.name()))
                .toList();
        var wires = network.wires().stream()
                .filter(w -> names.contains(w.from().node()) && names.contains(w.to().node()))
                .toList();
        var placed = new LinkedHashMap<>(layout.positions());
        placed.keySet().retainAll(names);
        return new Design(new Network(nodes, wires), new Layout(placed));
    }
}
