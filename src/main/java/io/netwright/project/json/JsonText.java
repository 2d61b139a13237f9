package io.netwright.project.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import java.util.Map;

/// Writes JSON to be read and compared: two spaces a level, the given order, one item a line where items come and go,
/// short things whole on one line.
///
/// The document and its sections take a line a field. A list of objects or of lists of texts takes a line an element.
/// Everything else stands on one line where it fits in [#WIDTH] columns, and is spread over lines where it does not;
/// long rows of numbers are filled line by line.
public final class JsonText {

    private static final int WIDTH = 100;
    private static final int ALWAYS_SPREAD_LEVELS = 2;
    private static final String INDENT = "  ";

    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    /// @return the text of `value`, ending with a line feed
    public static String of(Json value) {
        var text = new JsonText();
        text.write(value, 0, 0);
        return text.out.append('\n').toString();
    }

    /// @param level  how deep the value is in the document
    /// @param column how many characters stand before it on its line
    private void write(Json value, int level, int column) {
        boolean spreads =
                switch (value) {
                    case Json.Obj o -> !o.fields().isEmpty() && level < ALWAYS_SPREAD_LEVELS;
                    case Json.Arr a -> isListOfItems(a);
                    default -> false;
                };
        // room for the comma that may follow
        String line = spreads ? null : line(value, WIDTH - column - 1);
        if (line != null) {
            out.append(line);
            return;
        }
        switch (value) {
            case Json.Obj(var fields, var _) -> object(fields, level);
            case Json.Arr(var elements, var _) when isNumbers(elements) -> fill(elements, level);
            case Json.Arr(var elements, var _) -> list(elements, level);
            default -> out.append(line(value, Integer.MAX_VALUE));
        }
    }

    private static boolean isListOfItems(Json.Arr a) {
        return a.elements().stream()
                .anyMatch(e -> e instanceof Json.Obj
                        || e instanceof Json.Arr(var inner, var _)
                                && inner.stream().anyMatch(x -> x instanceof Json.Str));
    }

    private static boolean isNumbers(List<Json> elements) {
        return elements.stream().allMatch(e -> e instanceof Json.Num);
    }

    private void object(Map<String, Json> fields, int level) {
        String indent = INDENT.repeat(level + 1);
        String separator = "{\n";
        for (var field : fields.entrySet()) {
            String key = quote(field.getKey()) + ": ";
            out.append(separator).append(indent).append(key);
            write(field.getValue(), level + 1, indent.length() + key.length());
            separator = ",\n";
        }
        out.append('\n').append(INDENT.repeat(level)).append('}');
    }

    private void list(List<Json> elements, int level) {
        String indent = INDENT.repeat(level + 1);
        String separator = "[\n";
        for (Json element : elements) {
            out.append(separator).append(indent);
            write(element, level + 1, indent.length());
            separator = ",\n";
        }
        out.append('\n').append(INDENT.repeat(level)).append(']');
    }

    private void fill(List<Json> numbers, int level) {
        String indent = INDENT.repeat(level + 1);
        out.append("[\n").append(indent);
        int column = indent.length();
        for (int i = 0; i < numbers.size(); i++) {
            String number = line(numbers.get(i), Integer.MAX_VALUE) + (i < numbers.size() - 1 ? "," : "");
            if (i > 0 && column + 1 + number.length() > WIDTH) {
                out.append('\n').append(indent);
                column = indent.length();
            } else if (i > 0) {
                out.append(' ');
                column++;
            }
            out.append(number);
            column += number.length();
        }
        out.append('\n').append(INDENT.repeat(level)).append(']');
    }

    /// @return the value on one line; null where that takes more than `room` characters
    private static @org.jspecify.annotations.Nullable String line(Json value, int room) {
        var line = new StringBuilder();
        return append(value, room, line) && line.length() <= room ? line.toString() : null;
    }

    private static boolean append(Json value, int room, StringBuilder line) {
        if (line.length() > room) {
            return false;
        }
        switch (value) {
            case Json.Obj(var fields, var _) -> {
                String separator = "{";
                for (var field : fields.entrySet()) {
                    line.append(separator).append(quote(field.getKey())).append(": ");
                    if (!append(field.getValue(), room, line)) {
                        return false;
                    }
                    separator = ", ";
                }
                line.append(fields.isEmpty() ? "{}" : "}");
            }
            case Json.Arr(var elements, var _) -> {
                String separator = "[";
                for (Json element : elements) {
                    line.append(separator);
                    if (!append(element, room, line)) {
                        return false;
                    }
                    separator = ", ";
                }
                line.append(elements.isEmpty() ? "[]" : "]");
            }
            case Json.Str(var text, var _) -> line.append(quote(text));
            case Json.Num(var text, var _) -> line.append(text);
            case Json.Bool(var flag, var _) -> line.append(flag);
            case Json.Null _ -> line.append("null");
        }
        return true;
    }

    private static String quote(String text) {
        var quoted = new StringBuilder("\"");
        JsonStringEncoder.getInstance().quoteAsString(text, quoted);
        return quoted.append('"').toString();
    }
}
