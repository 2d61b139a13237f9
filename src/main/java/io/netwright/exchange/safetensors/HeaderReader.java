package io.netwright.exchange.safetensors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.netwright.text.UserException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads a header's JSON. Trusts nothing: each number is checked before it is used.
final class HeaderReader {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String METADATA = "__metadata__";

    private final Refusals refusals;
    private final Set<String> names = new HashSet<>();
    private final List<TensorInfo> tensors = new ArrayList<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();

    private HeaderReader(Refusals refusals) {
        this.refusals = refusals;
    }

    /// @param bytes     the header alone
    /// @param dataBytes how many bytes follow it
    /// @throws UserException where it is no header, or does not describe those bytes
    static Header read(byte[] bytes, long dataBytes, Refusals refusals) {
        var reader = new HeaderReader(refusals);
        String text = reader.decode(bytes);
        if (!text.startsWith("{")) {
            throw refusals.notJson(start(text), null);
        }
        try (JsonParser json = JSON.createParser(text)) {
            reader.root(json);
        } catch (JsonProcessingException e) {
            long at = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getCharOffset());
            throw refusals.notJson(start(text.substring((int) Math.min(at, text.length()))), e);
        } catch (IOException e) {
            throw new AssertionError("reading a string", e);
        }
        return Header.of(bytes.length, reader.metadata, reader.tensors, dataBytes, refusals);
    }

    private String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refusals.notJson(start(new String(bytes, StandardCharsets.UTF_8)), e);
        }
    }

    private static String start(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "\u2026";
    }

    private void root(JsonParser json) throws IOException {
        json.nextToken();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            if (!names.add(name)) {
                throw refusals.duplicate(name);
            }
            json.nextToken();
            if (name.equals(METADATA)) {
                metadata(json);
            } else {
                tensor(name, json);
            }
        }
        if (json.nextToken() != null) {
            throw refusals.notJson(json.getText(), null);
        }
    }

    private void metadata(JsonParser json) throws IOException {
        if (!json.hasToken(JsonToken.START_OBJECT)) {
            throw refusals.metadata("", json.getText());
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            if (json.nextToken() != JsonToken.VALUE_STRING) {
                throw refusals.metadata(key, json.getText());
            }
            if (metadata.put(key, json.getText()) != null) {
                throw refusals.duplicate(METADATA + "." + key);
            }
        }
    }

    private void tensor(String name, JsonParser json) throws IOException {
        if (!json.hasToken(JsonToken.START_OBJECT)) {
            throw refusals.field(name, "dtype", "object", json.getText());
        }
        String dtype = null;
        List<Long> shape = null;
        List<Long> offsets = null;
        Set<String> fields = new HashSet<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            if (!fields.add(field)) {
                throw refusals.duplicate(name + "." + field);
            }
            json.nextToken();
            switch (field) {
                case "dtype" -> dtype = json.hasToken(JsonToken.VALUE_STRING) ? json.getText() : null;
                case "shape" -> shape = naturals(name, field, json);
                case "data_offsets" -> offsets = naturals(name, field, json);
                default -> json.skipChildren(); // room for later versions of the format
            }
        }
        if (dtype == null) {
            throw refusals.field(name, "dtype", "text", "");
        }
        if (shape == null) {
            throw refusals.field(name, "shape", "naturals", "");
        }
        if (offsets == null || offsets.size() != 2 || offsets.get(1) < offsets.get(0)) {
            throw refusals.field(name, "data_offsets", "offsets", offsets == null ? "" : offsets.toString());
        }
        String kind = dtype;
        var info = new TensorInfo(
                name,
                DType.of(kind).orElseThrow(() -> refusals.dtype(name, kind)),
                shape,
                offsets.get(0),
                offsets.get(1));
        long bytes = bytes(info);
        if (bytes != info.end() - info.begin()) {
            throw refusals.size(info, bytes);
        }
        tensors.add(info);
    }

    private List<Long> naturals(String tensor, String field, JsonParser json) throws IOException {
        if (!json.hasToken(JsonToken.START_ARRAY)) {
            throw refusals.field(tensor, field, "naturals", json.getText());
        }
        List<Long> numbers = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            boolean whole = json.hasToken(JsonToken.VALUE_NUMBER_INT)
                    && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
            if (!whole || json.getLongValue() < 0) {
                throw refusals.field(tensor, field, "naturals", json.getText());
            }
            numbers.add(json.getLongValue());
        }
        return numbers;
    }

    private long bytes(TensorInfo info) {
        if (info.shape().contains(0L)) {
            return 0;
        }
        try {
            return info.shape().stream().reduce((long) info.dtype().bytes(), Math::multiplyExact);
        } catch (ArithmeticException e) {
            throw refusals.tooLarge(info.name(), info.shapeText());
        }
    }
}
