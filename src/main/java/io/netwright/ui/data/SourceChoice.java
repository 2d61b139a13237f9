package io.netwright.ui.data;

import io.netwright.data.DataSource;
import io.netwright.data.builtin.BuiltinDataSet;
import io.netwright.data.builtin.Builtins;
import io.netwright.data.generator.Generator;
import io.netwright.data.generator.Generators;
import io.netwright.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One of the things that data can come from, as a person chooses between them: whatever its settings are.
///
/// @param kind what sort of source
/// @param id   which generator or bundled data set, by its identifier; the kind's name for the others
public record SourceChoice(Kind kind, String id) {

    /// The sorts of sources, in the order of the list.
    public enum Kind {
        GENERATOR,
        BUILTIN,
        CSV,
        TEXT,
        INLINE
    }

    /// A file of rows and columns.
    public static final SourceChoice CSV = new SourceChoice(Kind.CSV, "csv");
    /// A text of which each character is a token.
    public static final SourceChoice TEXT = new SourceChoice(Kind.TEXT, "text");
    /// The numbers in the project file.
    public static final SourceChoice INLINE = new SourceChoice(Kind.INLINE, "inline");

    /// @return everything there is to choose from in any project
    static List<SourceChoice> all() {
        return Stream.of(
                        Generators.all().stream().map(g -> new SourceChoice(Kind.GENERATOR, g.id())),
                        Builtins.all().stream().map(b -> new SourceChoice(Kind.BUILTIN, b.id())),
                        Stream.of(CSV))
                .flatMap(s -> s)
                .toList();
    }

    /// @return which choice `source` is
    static SourceChoice of(DataSource source) {
        return switch (source) {
            case DataSource.Generated g -> new SourceChoice(Kind.GENERATOR, g.generator());
            case DataSource.Builtin b -> new SourceChoice(Kind.BUILTIN, b.id());
            case DataSource.Csv c -> CSV;
            case DataSource.Text t -> TEXT;
            case DataSource.Inline i -> INLINE;
        };
    }

    /// @return this source with everything left at its default; empty where a person has to say more: which file
    Optional<DataSource> fresh() {
        return switch (kind) {
            case GENERATOR -> Optional.of(new DataSource.Generated(id));
            case BUILTIN -> Optional.of(new DataSource.Builtin(id));
            case CSV, TEXT, INLINE -> Optional.empty();
        };
    }

    /// @return the generator of that name, where this is one and there is one
    Optional<Generator> generator() {
        return Generators.all().stream()
                .filter(g -> kind == Kind.GENERATOR && g.id().equals(id))
                .findFirst();
    }

    /// @return the bundled data set of that name, where this is one and there is one
    Optional<BuiltinDataSet> builtin() {
        return Builtins.all().stream()
                .filter(b -> kind == Kind.BUILTIN && b.id().equals(id))
                .findFirst();
    }

    Message title() {
        return switch (kind) {
            case GENERATOR -> Message.of("data.generator." + id);
            case BUILTIN -> Message.of("data.builtin." + id);
            case CSV, TEXT, INLINE -> Message.of("panels.data.source." + id);
        };
    }

    /// @return what it is, in a few words
    Message line() {
        return Message.of("panels.data.source." + id + ".line");
    }

    /// @return what it is, in a sentence or two
    Message about() {
        return switch (kind) {
            case GENERATOR -> Message.of("data.generator." + id + ".about");
            case BUILTIN -> Message.of("data.builtin." + id + ".about");
            case CSV, TEXT, INLINE -> Message.of("panels.data.source." + id + ".about");
        };
    }
}
