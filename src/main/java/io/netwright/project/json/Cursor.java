package io.netwright.project.json;

import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.text.UserException.Where;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// A value in a JSON file, to be taken as what it should be. Where it is something else, the refusal says the file, the
/// path to the value (`network.nodes[3].type`), what was expected, and what was found in which line and column.
///
/// @param file as messages name it
/// @param path empty for the whole file
public record Cursor(String file, String path, Json json) {

    private static final int SHOWN = 60;

    /// @return the path of field `key` of the object at `path`
    static String inside(String path, String key) {
        if (!key.matches("[\\p{L}_$][\\p{L}\\p{N}_$-]*")) {
            return path + "[\"" + key + "\"]";
        }
        return path.isEmpty() ? key : path + "." + key;
    }

    /// @return what was found, and where
    static Message located(Message found, Json.Place at) {
        return at.equals(Json.Place.NONE)
                ? found
                : Message.of("project.json.at", found, Integer.toString(at.line()), Integer.toString(at.column()));
    }

    /// @return the refusal of this value
    public UserException refuse(Message what, Message expected) {
        return refuse(what, expected, null);
    }

    /// @return the refusal of this value
    public UserException refuse(Message what, Message expected, @org.jspecify.annotations.Nullable Throwable cause) {
        return new UserException(what, new Where(file, path), expected, located(shown(), json.at()), cause);
    }

    private UserException kind(String kind) {
        return refuse(Message.of("project.json.kind", path), Message.of("project.json.kind." + kind));
    }

    private Message shown() {
        return switch (json) {
            case Json.Obj o -> Message.of("project.json.kind.object");
            case Json.Arr a -> Message.of("project.json.kind.list");
            case Json.Str(String s, var _) -> asIs("\"" + s + "\"");
            case Json.Num(String n, var _) -> asIs(n);
            case Json.Bool(boolean b, var _) -> asIs(Boolean.toString(b));
            case Json.Null n -> asIs("null");
        };
    }

    private static Message asIs(String text) {
        return Message.of("project.asIs", text.length() > SHOWN ? text.substring(0, SHOWN) + "\u2026" : text);
    }

    /// @return the fields in order
    /// @throws UserException where this is no object
    public SequencedMap<String, Cursor> fields() {
        if (!(json instanceof Json.Obj(var fields, var _))) {
            throw kind("object");
        }
        var cursors = new LinkedHashMap<String, Cursor>();
        fields.forEach((key, value) -> cursors.put(key, new Cursor(file, inside(path, key), value)));
        return cursors;
    }

    /// Refuses fields that mean nothing here, so that a slip of the pen is not passed over.
    ///
    /// @return this
    /// @throws UserException where this is no object or has another field, with the nearest known one
    public Cursor only(Collection<String> known) {
        fields().forEach((key, value) -> {
            if (!known.contains(key)) {
                throw value.refuse(
                        Nearest.to(key, known)
                                .map(n -> Message.of("project.json.unknownNear", key, n))
                                .orElseGet(() -> Message.of("project.json.unknown", key)),
                        Message.of("project.json.oneOf", String.join(", ", known)));
            }
        });
        return this;
    }

    /// @return field `key`, if it is there
    /// @throws UserException where this is no object
    public Optional<Cursor> find(String key) {
        return Optional.ofNullable(fields().get(key));
    }

    /// @return field `key`
    /// @throws UserException where this is no object or lacks the field
    public Cursor get(String key) {
        return find(key)
                .orElseThrow(() -> new UserException(
                        Message.of("project.json.missing", key),
                        new Where(file, inside(path, key)),
                        Message.of("project.json.field", key),
                        located(Message.of("core.nothing"), json.at()),
                        null));
    }

    /// @return the elements in order
    /// @throws UserException where this is no list
    public List<Cursor> elements() {
        if (!(json instanceof Json.Arr(var elements, var _))) {
            throw kind("list");
        }
        List<Cursor> cursors = new ArrayList<>();
        for (Json element : elements) {
            cursors.add(new Cursor(file, path + "[" + cursors.size() + "]", element));
        }
        return cursors;
    }

    /// @throws UserException where this is no text
    public String text() {
        if (json instanceof Json.Str(String value, var _)) {
            return value;
        }
        throw kind("text");
    }

    /// @throws UserException where this is neither true nor false
    public boolean bool() {
        if (json instanceof Json.Bool(boolean value, var _)) {
            return value;
        }
        throw kind("bool");
    }

    /// @throws UserException where this is no whole number of 64 bits
    public long whole() {
        if (json instanceof Json.Num n && n.isWhole()) {
            try {
                return Long.parseLong(n.text());
            } catch (NumberFormatException e) {
                throw kind("long");
            }
        }
        throw kind("whole");
    }

    /// @return the nearest float64 to a number; not finite for the texts `NaN`, `Infinity` and `-Infinity`
    /// @throws UserException where this is no number, or one beyond float64
    public double real() {
        if (json instanceof Json.Num(String n, var _)) {
            double value = Double.parseDouble(n);
            if (Double.isInfinite(value)) {
                throw kind("double");
            }
            return value;
        }
        if (json instanceof Json.Str(String s, var _)
                && List.of("NaN", "Infinity", "-Infinity").contains(s)) {
            return Double.parseDouble(s);
        }
        throw kind("number");
    }

    /// @return the value at a path below this one, as far as there is one: the deepest value on the way to it
    public Cursor nearest(String wanted) {
        Cursor at = this;
        for (boolean deeper = true; deeper && !at.path.equals(wanted); ) {
            deeper = false;
            List<Cursor> inner =
                    switch (at.json) {
                        case Json.Obj o -> List.copyOf(at.fields().values());
                        case Json.Arr a -> at.elements();
                        default -> List.of();
                    };
            for (Cursor c : inner) {
                String rest = wanted.startsWith(c.path) ? wanted.substring(c.path.length()) : "?";
                if (rest.isEmpty() || rest.startsWith(".") || rest.startsWith("[")) {
                    at = c;
                    deeper = true;
                    break;
                }
            }
        }
        return at;
    }

    /// @return `e`, whose place is a path in this file, with line and column
    public UserException locate(UserException e) {
        return new UserException(
                e.what(),
                new Where(file, e.where().place()),
                e.expected(),
                located(e.found(), nearest(e.where().place()).json.at()),
                e);
    }
}
