package io.netwright.advice;

import io.netwright.edit.Edit;
import io.netwright.edit.Edits;
import io.netwright.layer.LayerInfo;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.Port;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import java.util.LinkedHashMap;
import java.util.Map;

/// A layer put into a wire, with settings; several may follow each other.
final class Insertion {

    private Insertion() {}

    static Edit of(Network network, LayerInfo info, Wire wire, Map<String, PropValue> settings) {
        String name = network.freeName(info.stem());
        Edit edit = Edits.insertNode(
                info.type(),
                info.stem(),
                null,
                wire,
                info.inputs().getFirst().name(),
                info.outputs().getFirst().name());
        return edit.then(Edit.of(
                edit.label(),
                d -> d.network().node(name).isEmpty()
                        ? d
                        : d.withNetwork(n ->
                                n.replace(name, x -> new Node(name, info.type(), new LinkedHashMap<>(settings))))));
    }

    /// @return the wire that leaves a layer that [#of] put into `wire`
    static Wire behind(Network network, LayerInfo info, Wire wire) {
        return new Wire(
                new Port(
                        network.freeName(info.stem()), info.outputs().getFirst().name()),
                wire.to());
    }
}
