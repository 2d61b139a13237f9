package io.netwright.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netwright.data.LoadedData;
import io.netwright.data.Scaler;
import io.netwright.data.Target;
import io.netwright.exchange.onnx.About;
import io.netwright.exchange.onnx.Producer;
import io.netwright.network.Network;
import io.netwright.network.Node;
import io.netwright.network.References;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a file says about where it comes from and how it is to be used. Keys begin with `netwright.`; lists are JSON.
final class Metadata {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Metadata() {}

    /// @param inside whether the scaling, if there is one, is in the file
    static About of(ExportRequest request, boolean inside) {
        LoadedData data = request.data();
        Map<String, String> layers = new TreeMap<>();
        Network network = request.compilation().network();
        request.compilation().program().ifPresent(program -> program.instructions()
                .forEach(i -> layers.computeIfAbsent(i.node(), path -> type(network, path))));
        network.nodes().values().forEach(n -> layers.put(n.name(), n.type()));
        List<String> features = data == null ? List.of() : data.preprocessing().featureNames();
        List<String> classes = classes(data);
        SequencedMap<String, String> all = new LinkedHashMap<>();
        all.put("netwright.version", Producer.VERSION);
        all.put("netwright.project", request.project());
        if (!features.isEmpty()) {
            all.put("netwright.features", json(features));
        }
        if (!classes.isEmpty()) {
            all.put("netwright.classes", json(classes));
        }
        scaling(data, inside, all);
        all.putAll(request.metadata());
        return new About(request.project(), layers, features, classes, all);
    }

    private static String type(Network network, String path) {
        List<Node> way = References.along(network, path);
        return way.isEmpty() ? "" : way.getLast().type();
    }

    /// @return the names of the classes, in the order of their indices; empty where there are none
    static List<String> classes(@Nullable LoadedData data) {
        return data == null
                ? List.of()
                : switch (data.raw().target()) {
                    case Target.Classes c -> c.classNames();
                    case Target.Probabilities p -> p.classNames();
                    case Target.Next n -> n.classNames();
                    case Target.Values _, Target.None _ -> List.of();
                };
    }

    private static void scaling(@Nullable LoadedData data, boolean inside, SequencedMap<String, String> all) {
        if (data == null || data.preprocessing().scaler().isIdentity()) {
            all.put("netwright.scaling", "none");
            return;
        }
        Scaler scaler = data.preprocessing().scaler();
        all.put("netwright.scaling", data.spec().scaling().id());
        all.put("netwright.scaling.place", inside ? "inside" : "outside");
        all.put("netwright.scaling.shift", json(scaler.shift()));
        all.put("netwright.scaling.scale", json(scaler.scale()));
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers can always be written", e);
        }
    }
}
