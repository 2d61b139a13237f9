package io.netwright.project.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.netwright.exchange.FileProblem;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.text.UserException.Where;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a JSON file into values that know their place.
public final class JsonFile {

    /// Far beyond what a person or this program writes; what is larger is not read into memory.
    static final long LARGEST = 256L << 20;

    private static final JsonFactory JSON = new JsonFactory();
    private static final int SHOWN = 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String file;
    private final String text;

    private JsonFile(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /// @return the file's value
    /// @throws UserException where it cannot be read, is cut off, or is no JSON in UTF-8; with line and column
    public static Cursor read(Path file) {
        byte[] bytes;
        try {
            if (Files.size(file) > LARGEST) {
                throw new UserException(
                        Message.of("project.json.large"),
                        new Where(file.toString(), ""),
                        Message.of("project.json.megabytes", LARGEST >> 20),
                        Message.of("project.json.megabytes", Files.size(file) >> 20),
                        null);
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw FileProblem.reading(file, e);
        }
        return parse(file.toString(), bytes);
    }

    /// @param file named in messages
    /// @return the value that `bytes` say
    /// @throws UserException where they are cut off, or no JSON in UTF-8; with line and column
    public static Cursor parse(String file, byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UserException(
                    Message.of("project.json.encoding"),
                    new Where(file, ""),
                    Message.of("project.json.utf8"),
                    Message.of("project.json.otherBytes"),
                    e);
        }
        // some editors put a byte order mark first
        return new JsonFile(file, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).parse();
    }

    private Cursor parse() {
        if (text.isBlank()) {
            throw new UserException(
                    Message.of("project.json.empty"),
                    new Where(file, ""),
                    Message.of("project.json.anObject"),
                    Message.of("core.nothing"),
                    null);
        }
        try (JsonParser parser = JSON.createParser(text)) {
            Json value = whole(parser);
            requireEnd(parser);
            return new Cursor(file, "", value);
        } catch (IOException e) {
            throw new AssertionError("reading a string", e);
        }
    }

    private Json whole(JsonParser parser) throws IOException {
        try {
            parser.nextToken();
            return value(parser, "");
        } catch (JsonProcessingException e) {
            int at = offset(e.getLocation());
            // a file that ends within a word or a number is cut off, too
            boolean atEnd = e instanceof JsonEOFException || text.substring(at).matches("[\\w+.-]*");
            throw atEnd ? cutOff(e) : invalid(at, e);
        }
    }

    private void requireEnd(JsonParser parser) throws IOException {
        try {
            if (parser.nextToken() != null) {
                throw invalid(offset(parser.currentTokenLocation()), null);
            }
        } catch (JsonProcessingException e) {
            throw invalid(offset(e.getLocation()), e);
        }
    }

    private Json value(JsonParser parser, String path) throws IOException {
        Json.Place at = place(parser.currentTokenLocation());
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser, path, at);
            case START_ARRAY -> {
                List<Json> elements = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(value(parser, path + "[" + elements.size() + "]"));
                }
                yield new Json.Arr(elements, at);
            }
            case VALUE_STRING -> new Json.Str(parser.getText(), at);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(parser.getText(), at);
            case VALUE_TRUE, VALUE_FALSE -> new Json.Bool(token == JsonToken.VALUE_TRUE, at);
            case VALUE_NULL -> new Json.Null(at);
            default -> throw new AssertionError(token);
        };
    }

    private Json object(JsonParser parser, String path, Json.Place at) throws IOException {
        var fields = new LinkedHashMap<String, Json>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Json.Place keyAt = place(parser.currentTokenLocation());
            String inner = Cursor.inside(path, key);
            parser.nextToken();
            if (fields.put(key, value(parser, inner)) != null) {
                throw new UserException(
                        Message.of("project.json.duplicate", key),
                        new Where(file, inner),
                        Message.of("project.json.once"),
                        Cursor.located(Message.of("project.asIs", "\"" + key + "\""), keyAt),
                        null);
            }
        }
        return new Json.Obj(fields, at);
    }

    private UserException cutOff(JsonProcessingException e) {
        return new UserException(
                Message.of("project.json.cutOff"),
                new Where(file, ""),
                Message.of("project.json.rest"),
                Cursor.located(Message.of("project.json.end"), place(text.length())),
                e);
    }

    private UserException invalid(int offset, @Nullable Exception e) {
        int at = offset;
        // the parser stops behind a word that it does not know
        while (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
            at--;
        }
        String there = text.substring(at).lines().findFirst().orElse("").strip();
        String shown = there.length() > SHOWN ? there.substring(0, SHOWN) + "\u2026" : there;
        return new UserException(
                Message.of("project.json.invalid"),
                new Where(file, ""),
                Message.of("project.json.valid"),
                Cursor.located(Message.of("project.asIs", shown), place(at)),
                e);
    }

    /// @return where in the text that is; its beginning where the parser does not say
    private int offset(@Nullable JsonLocation at) {
        return at == null ? 0 : (int) Math.clamp(at.getCharOffset(), 0L, text.length());
    }

    private Json.Place place(int offset) {
        String before = text.substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Json.Place(line, offset - before.lastIndexOf('\n'));
    }

    private static Json.Place place(JsonLocation at) {
        return new Json.Place(at.getLineNr(), at.getColumnNr());
    }
}
