package io.netwright.project;

import io.netwright.network.Layout;
import io.netwright.network.Network;
import io.netwright.network.Position;
import io.netwright.project.json.Cursor;
import io.netwright.project.json.Json;
import io.netwright.text.Message;
import java.util.LinkedHashMap;
import java.util.List;

/// Where the nodes stand, to and from JSON.
final class LayoutCodec {

    private LayoutCodec() {}

    static Json encode(Layout layout) {
        var fields = new LinkedHashMap<String, Json>();
        layout.positions()
                .forEach((node, p) -> fields.put(node, Json.of(List.of(Json.plain(p.x()), Json.plain(p.y())))));
        return Json.of(fields);
    }

    static Layout decode(Cursor at, Network network) {
        var positions = new LinkedHashMap<String, Position>();
        at.fields().forEach((node, value) -> {
            if (!network.nodes().containsKey(node)) {
                throw NetworkCodec.noNode(value, node, network.nodes());
            }
            List<Cursor> xy = value.elements();
            if (xy.size() != 2) {
                throw value.refuse(Message.of("project.layout.position", node), Message.of("project.layout.xy"));
            }
            positions.put(node, new Position(coordinate(xy.get(0)), coordinate(xy.get(1))));
        });
        return new Layout(positions);
    }

    private static double coordinate(Cursor at) {
        double value = at.real();
        if (!Double.isFinite(value)) {
            throw at.refuse(Message.of("project.json.kind", at.path()), Message.of("project.json.kind.number"));
        }
        return value;
    }
}
