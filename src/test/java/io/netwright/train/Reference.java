package io.netwright.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netwright.network.PropValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/// Values that another program computed; each file says which, and how to make it again.
public final class Reference {

    private Reference() {}

    /// @param name of a file in `src/test/resources/reference`
    public static JsonNode read(String name) {
        try (InputStream in = Reference.class.getResourceAsStream("/reference/" + name)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    /// @return the value as a project file would say it
    public static PropValue raw(JsonNode node) {
        if (node.isObject()) {
            var fields = new LinkedHashMap<String, PropValue>();
            node.properties().forEach(e -> fields.put(e.getKey(), raw(e.getValue())));
            return PropValue.fields(fields);
        }
        if (node.isArray()) {
            List<PropValue> list = StreamSupport.stream(node.spliterator(), false)
                    .map(Reference::raw)
                    .toList();
            return new PropValue.ListOf(list);
        }
        return node.isTextual()
                ? PropValue.of(node.asText())
                : node.isBoolean()
                        ? PropValue.of(node.asBoolean())
                        : node.isIntegralNumber() ? PropValue.of(node.asLong()) : PropValue.of(node.asDouble());
    }
}
