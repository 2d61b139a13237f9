package io.netwright.project;

import io.netwright.project.json.Cursor;
import io.netwright.project.json.Json;
import io.netwright.text.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/// Brings older files up to the present version of the format, one version at a time.
///
/// A change of the format that old files do not survive adds a step here and nothing else: the reader and the writer
/// only ever know the present version. Values that a step leaves alone keep their place in the file, so messages still
/// point at it.
///
/// @param steps the first leads from version 1 to 2, the next from 2 to 3, ...
record Migrations(List<UnaryOperator<SequencedMap<String, Json>>> steps) {

    /// The first version is the present one.
    static final Migrations ALL = new Migrations(List.of());

    Migrations {
        steps = List.copyOf(steps);
    }

    /// @return the version that is written
    int current() {
        return steps.size() + 1;
    }

    /// @return the file as the present version has it
    /// @throws io.netwright.text.UserException where it is no project file, or of a version that is not known
    Cursor toCurrent(Cursor file) {
        var format = file.find("format");
        if (format.isEmpty() || !ProjectCodec.FORMAT.equals(format.get().text())) {
            throw format.orElse(file)
                    .refuse(
                            Message.of("project.version.noProject"),
                            Message.of("project.asIs", "\"format\": \"" + ProjectCodec.FORMAT + "\""));
        }
        Cursor version = file.get("version");
        long written = version.whole();
        Message expected = Message.of("project.version.upTo", Integer.toString(current()));
        if (written > current()) {
            throw version.refuse(Message.of("project.version.newer", Long.toString(written)), expected);
        }
        if (written < 1) {
            throw version.refuse(Message.of("project.version.unknown", Long.toString(written)), expected);
        }
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        file.fields().forEach((key, value) -> fields.put(key, value.json()));
        SequencedMap<String, Json> migrated = fields;
        for (var step : steps.subList((int) written - 1, steps.size())) {
            migrated = step.apply(migrated);
        }
        return new Cursor(
                file.file(), file.path(), new Json.Obj(migrated, file.json().at()));
    }
}
