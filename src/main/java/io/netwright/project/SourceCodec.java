package io.netwright.project;

import io.netwright.data.ColumnRef;
import io.netwright.data.ColumnUse;
import io.netwright.data.CsvFormat;
import io.netwright.data.DataSource;
import io.netwright.data.DataSource.ColumnRule;
import io.netwright.data.DataSource.InlineTarget;
import io.netwright.data.MissingRule;
import io.netwright.data.TargetSpec;
import io.netwright.network.PropValue;
import io.netwright.project.json.Cursor;
import io.netwright.project.json.Json;
import io.netwright.project.json.PropJson;
import io.netwright.text.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Where data comes from, to and from JSON. Which kind of source it is shows in the field that names it: `generator`,
/// `builtin`, `csv`, `text`, or `x` for numbers in the file itself.
final class SourceCodec {

    private static final List<String> CSV_FIELDS =
            List.of("csv", "delimiter", "header", "decimal", "quoting", "encoding", "target", "columns", "missing");
    private static final List<String> INLINE_FIELDS = List.of("x", "y", "as", "featureNames", "targetNames");

    private SourceCodec() {}

    static Json encode(DataSource source) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        switch (source) {
            case DataSource.Generated g -> {
                fields.put("generator", Json.of(g.generator()));
                g.arguments().forEach((key, value) -> fields.put(key, PropJson.encode(value)));
            }
            case DataSource.Builtin(String id) -> fields.put("builtin", Json.of(id));
            case DataSource.Csv csv -> csv(fields, csv);
            case DataSource.Text(String path, int length, int stride) -> {
                fields.put("text", Json.of(path));
                if (length != DataSource.Text.LENGTH) {
                    fields.put("length", Json.of(length));
                }
                if (stride != length) {
                    fields.put("stride", Json.of(stride));
                }
            }
            case DataSource.Inline inline -> {
                fields.put("x", rows(inline.x()));
                fields.put("y", rows(inline.y()));
                fields.put("as", Json.of(inline.as().id()));
                names(fields, "featureNames", inline.featureNames());
                names(fields, "targetNames", inline.targetNames());
            }
        }
        return Json.of(fields);
    }

    private static void csv(SequencedMap<String, Json> fields, DataSource.Csv csv) {
        fields.put("csv", Json.of(csv.path()));
        CsvFormat format = csv.format();
        DataCodec.put(fields, "delimiter", format.delimiter(), CsvFormat.AUTO.delimiter());
        DataCodec.put(fields, "header", format.header(), CsvFormat.AUTO.header());
        DataCodec.put(fields, "decimal", format.decimal(), CsvFormat.AUTO.decimal());
        DataCodec.put(fields, "quoting", format.quoting(), CsvFormat.AUTO.quoting());
        if (!format.encoding().equals(CsvFormat.AUTO.encoding())) {
            fields.put("encoding", Json.of(format.encoding()));
        }
        SequencedMap<String, Json> target = new LinkedHashMap<>();
        if (!csv.target().columns().isEmpty()) {
            target.put(
                    "columns",
                    Json.of(csv.target().columns().stream()
                            .map(SourceCodec::column)
                            .toList()));
        }
        DataCodec.put(target, "kind", csv.target().kind(), TargetSpec.LAST.kind());
        if (!target.isEmpty()) {
            fields.put("target", Json.of(target));
        }
        if (!csv.columns().isEmpty()) {
            fields.put(
                    "columns",
                    Json.of(csv.columns().stream().map(SourceCodec::rule).toList()));
        }
        DataCodec.put(fields, "missing", csv.missing(), new DataSource.Csv("").missing());
    }

    private static Json rule(ColumnRule rule) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("column", column(rule.column()));
        fields.put("use", Json.of(rule.use().id()));
        return Json.of(fields);
    }

    private static Json column(ColumnRef ref) {
        return switch (ref) {
            case ColumnRef.Named(String name) -> Json.of(name);
            case ColumnRef.At(int index) -> Json.of(index);
        };
    }

    private static Json rows(List<List<Double>> rows) {
        return Json.of(rows.stream()
                .map(row -> Json.of(row.stream().map(Json::plain).toList()))
                .toList());
    }

    private static void names(SequencedMap<String, Json> fields, String key, List<String> names) {
        if (!names.isEmpty()) {
            fields.put(key, Json.of(names.stream().map(Json::of).toList()));
        }
    }

    static DataSource decode(Cursor at) {
        if (at.find("generator").isPresent()) {
            SequencedMap<String, PropValue> arguments = new LinkedHashMap<>();
            at.fields().forEach((key, value) -> {
                if (!key.equals("generator")) {
                    arguments.put(key, PropJson.decode(value));
                }
            });
            return new DataSource.Generated(at.get("generator").text(), arguments);
        }
        if (at.find("builtin").isPresent()) {
            at.only(List.of("builtin"));
            return new DataSource.Builtin(at.get("builtin").text());
        }
        if (at.find("csv").isPresent()) {
            return csv(at.only(CSV_FIELDS));
        }
        if (at.find("text").isPresent()) {
            return text(at.only(List.of("text", "length", "stride")));
        }
        if (at.find("x").isPresent()) {
            return inline(at.only(INLINE_FIELDS));
        }
        throw at.refuse(
                Message.of("project.data.source"),
                Message.of("project.json.oneOf", "generator, builtin, csv, text, x"));
    }

    private static DataSource csv(Cursor at) {
        CsvFormat usual = CsvFormat.AUTO;
        CsvFormat format = new CsvFormat(
                DataCodec.choice(at, "delimiter", CsvFormat.Delimiter.class, usual.delimiter()),
                DataCodec.choice(at, "header", CsvFormat.Header.class, usual.header()),
                DataCodec.choice(at, "decimal", CsvFormat.Decimal.class, usual.decimal()),
                DataCodec.choice(at, "quoting", CsvFormat.Quoting.class, usual.quoting()),
                at.find("encoding").map(Cursor::text).orElse(usual.encoding()));
        DataSource.Csv csv = new DataSource.Csv(at.get("csv").text());
        return csv.withFormat(format)
                .withTarget(at.find("target").map(SourceCodec::target).orElse(csv.target()))
                .withColumns(at.find("columns").map(Cursor::elements).orElse(List.of()).stream()
                        .map(SourceCodec::rule)
                        .toList())
                .withMissing(DataCodec.choice(at, "missing", MissingRule.class, csv.missing()));
    }

    private static DataSource text(Cursor at) {
        int length = at.find("length").map(SourceCodec::size).orElse(DataSource.Text.LENGTH);
        int stride = at.find("stride").map(SourceCodec::size).orElse(length);
        return new DataSource.Text(at.get("text").text(), length, stride);
    }

    /// Whether it makes sense is judged when the text is read.
    private static int size(Cursor at) {
        return Math.clamp(at.whole(), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static TargetSpec target(Cursor at) {
        at.only(List.of("columns", "kind"));
        return new TargetSpec(
                at.find("columns").map(Cursor::elements).orElse(List.of()).stream()
                        .map(SourceCodec::column)
                        .toList(),
                DataCodec.choice(at, "kind", TargetSpec.Kind.class, TargetSpec.LAST.kind()));
    }

    private static ColumnRule rule(Cursor at) {
        at.only(List.of("column", "use"));
        return new ColumnRule(column(at.get("column")), DataCodec.choice(at.get("use"), ColumnUse.class));
    }

    private static ColumnRef column(Cursor at) {
        if (at.json() instanceof Json.Str) {
            return ColumnRef.of(at.text());
        }
        if (at.json() instanceof Json.Num n && n.isWhole() && Math.abs(at.whole()) <= Integer.MAX_VALUE) {
            return ColumnRef.of((int) at.whole());
        }
        throw at.refuse(Message.of("project.json.kind", at.path()), Message.of("project.data.column"));
    }

    private static DataSource inline(Cursor at) {
        return new DataSource.Inline(
                rows(at.get("x")),
                rows(at.get("y")),
                DataCodec.choice(at.get("as"), InlineTarget.class),
                names(at, "featureNames"),
                names(at, "targetNames"));
    }

    private static List<List<Double>> rows(Cursor at) {
        return at.elements().stream()
                .map(row -> row.elements().stream().map(Cursor::real).toList())
                .toList();
    }

    private static List<String> names(Cursor at, String key) {
        return at.find(key).map(Cursor::elements).orElse(List.of()).stream()
                .map(Cursor::text)
                .toList();
    }
}
