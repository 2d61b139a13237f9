package io.netwright.text;

import java.util.List;

/// A sentence for a person that has no language yet: a key of the resource bundles and its arguments.
///
/// Arguments are numbers, strings, other messages (resolved in the same language), or anything with a language-neutral
/// `toString` such as a shape.
///
/// @param key  a key present in every language's bundle
/// @param args what `{0}`, `{1}`, ... stand for
public record Message(String key, List<Object> args) {

    public Message {
        args = List.copyOf(args);
    }

    /// @return the message for `key` with these arguments
    public static Message of(String key, Object... args) {
        return new Message(key, List.of(args));
    }
}
