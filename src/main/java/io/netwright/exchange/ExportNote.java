package io.netwright.exchange;

import io.netwright.text.Message;
import org.jspecify.annotations.Nullable;

/// Something that whoever uses an exported file should know.
///
/// @param node the document's node that it is about; null where it is about the whole file
/// @param kind how much it matters
public record ExportNote(Kind kind, @Nullable String node, Message message) {

    public enum Kind {
        /// So it is.
        INFO,
        /// Probably not as meant.
        WARNING
    }

    static ExportNote info(@Nullable String node, Message message) {
        return new ExportNote(Kind.INFO, node, message);
    }

    static ExportNote warning(@Nullable String node, Message message) {
        return new ExportNote(Kind.WARNING, node, message);
    }
}
