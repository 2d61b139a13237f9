package io.netwright.exchange.onnx;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// What a model says about itself besides its mathematics. Nothing in it changes from one export to the next of the
/// same project, so that the same network gives the same file.
///
/// @param project  the project's name; names the graph
/// @param layers   the layer type of each node
/// @param features the names of the first input's features; may be empty
/// @param classes  the names of the classes in the order of the outputs; may be empty
/// @param metadata more, by key; keys begin with `netwright.`
public record About(
        String project,
        Map<String, String> layers,
        List<String> features,
        List<String> classes,
        SequencedMap<String, String> metadata) {

    public About {
        layers = Map.copyOf(layers);
        features = List.copyOf(features);
        classes = List.copyOf(classes);
        metadata = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(metadata));
    }

    /// A model that says no more than its name.
    public static About named(String project) {
        return new About(project, Map.of(), List.of(), List.of(), new LinkedHashMap<>());
    }
}
