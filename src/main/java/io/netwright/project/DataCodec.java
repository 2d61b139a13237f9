package io.netwright.project;

import io.netwright.data.Choice;
import io.netwright.data.DataSpec;
import io.netwright.data.Scaling;
import io.netwright.data.SplitSpec;
import io.netwright.project.json.Cursor;
import io.netwright.project.json.Json;
import io.netwright.text.Message;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// What a project says about its data, to and from JSON. Split and scaling are written only as far as they differ from
/// what is usual for the source.
final class DataCodec {

    private static final List<String> FIELDS = List.of("source", "split", "scaling");
    private static final List<String> SPLIT_FIELDS = List.of("train", "validation", "test", "seed", "stratified");

    private DataCodec() {}

    static Json encode(DataSpec spec) {
        DataSpec usual = DataSpec.of(spec.source());
        var fields = new LinkedHashMap<String, Json>();
        fields.put("source", SourceCodec.encode(spec.source()));
        var split = split(spec.split(), usual.split());
        if (!split.isEmpty()) {
            fields.put("split", Json.of(split));
        }
        put(fields, "scaling", spec.scaling(), usual.scaling());
        return Json.of(fields);
    }

    private static SequencedMap<String, Json> split(SplitSpec split, SplitSpec usual) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        boolean sameParts = same(split.train(), usual.train())
                && same(split.validation(), usual.validation())
                && same(split.test(), usual.test());
        if (!sameParts) {
            // the three belong together: one alone could not be understood without the other two
            fields.put("train", Json.plain(split.train()));
            fields.put("validation", Json.plain(split.validation()));
            fields.put("test", Json.plain(split.test()));
        }
        if (split.seed() != usual.seed()) {
            fields.put("seed", Json.of(split.seed()));
        }
        if (split.stratified() != usual.stratified()) {
            fields.put("stratified", Json.of(split.stratified()));
        }
        return fields;
    }

    /// Equal down to the sign of zero and NaN, as records compare them.
    private static boolean same(double a, double b) {
        return Double.compare(a, b) == 0;
    }

    static DataSpec decode(Cursor at) {
        at.only(FIELDS);
        DataSpec usual = DataSpec.of(SourceCodec.decode(at.get("source")));
        return new DataSpec(
                usual.source(),
                at.find("split").map(s -> split(s, usual.split())).orElse(usual.split()),
                choice(at, "scaling", Scaling.class, usual.scaling()));
    }

    private static SplitSpec split(Cursor at, SplitSpec usual) {
        at.only(SPLIT_FIELDS);
        boolean parts = List.of("train", "validation", "test").stream()
                .anyMatch(key -> at.find(key).isPresent());
        return new SplitSpec(
                parts ? at.get("train").real() : usual.train(),
                parts ? at.get("validation").real() : usual.validation(),
                parts ? at.get("test").real() : usual.test(),
                at.find("seed").map(Cursor::whole).orElse(usual.seed()),
                at.find("stratified").map(Cursor::bool).orElse(usual.stratified()));
    }

    /// Writes a choice where it is not the usual one.
    static <E extends Enum<E> & Choice> void put(SequencedMap<String, Json> fields, String key, E value, E usual) {
        if (value != usual) {
            fields.put(key, Json.of(value.id()));
        }
    }

    /// @return the choice in field `key`, or the usual one
    static <E extends Enum<E> & Choice> E choice(Cursor at, String key, Class<E> type, E usual) {
        Optional<Cursor> field = at.find(key);
        return field.isPresent() ? choice(field.get(), type) : usual;
    }

    /// @return the choice that a text names
    static <E extends Enum<E> & Choice> E choice(Cursor at, Class<E> type) {
        return Choice.of(type, at.text())
                .orElseThrow(() -> at.refuse(
                        Message.of("project.json.kind", at.path()),
                        Message.of(
                                "project.json.oneOf",
                                Arrays.stream(type.getEnumConstants())
                                        .map(Choice::id)
                                        .collect(Collectors.joining(", ")))));
    }
}
