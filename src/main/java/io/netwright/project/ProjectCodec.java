package io.netwright.project;

import io.netwright.edit.Design;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Network;
import io.netwright.network.PropValue;
import io.netwright.network.Variables;
import io.netwright.project.json.Cursor;
import io.netwright.project.json.Json;
import io.netwright.project.json.PropJson;
import io.netwright.text.Message;
import io.netwright.text.UserException;
import io.netwright.train.TrainingSpec;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// A whole project to and from JSON. The fields are in the order in which they are written.
final class ProjectCodec {

    static final String FORMAT = "netwright-project";

    private static final List<String> FIELDS =
            List.of("format", "version", "name", "lesson", "variables", "network", "layout", "data", "training");

    private final NetworkCodec networks;
    private final Migrations migrations;

    ProjectCodec(LayerRegistry layers) {
        this(layers, Migrations.ALL);
    }

    ProjectCodec(LayerRegistry layers, Migrations migrations) {
        this.networks = new NetworkCodec(layers);
        this.migrations = migrations;
    }

    Json encode(Project project) {
        var fields = new LinkedHashMap<String, Json>();
        fields.put("format", Json.of(FORMAT));
        fields.put("version", Json.of(migrations.current()));
        project.extra().forEach((key, value) -> fields.put(key, PropJson.encode(value)));
        fields.put("name", Json.of(project.name()));
        if (!project.lesson().isEmpty()) {
            var lesson = new LinkedHashMap<String, Json>();
            project.lesson().forEach((language, file) -> lesson.put(language, Json.of(file)));
            fields.put("lesson", Json.of(lesson));
        }
        if (!project.design().variables().values().isEmpty()) {
            var variables = new LinkedHashMap<String, Json>();
            project.design()
                    .variables()
                    .values()
                    .forEach((variable, value) -> variables.put(
                            variable,
                            value == Math.rint(value) && Math.abs(value) < 1L << 53
                                    ? Json.of(value.longValue())
                                    : Json.of(value)));
            fields.put("variables", Json.of(variables));
        }
        fields.put("network", networks.encode(project.network()));
        if (!project.layout().positions().isEmpty()) {
            fields.put("layout", LayoutCodec.encode(project.layout()));
        }
        if (project.data() != null) {
            fields.put("data", DataCodec.encode(project.data()));
        }
        var training = training(project.training());
        if (!training.isEmpty()) {
            fields.put("training", PropJson.encode(PropValue.fields(training)));
        }
        return Json.of(fields);
    }

    /// Only what differs from the defaults.
    private static SequencedMap<String, PropValue> training(TrainingSpec spec) {
        var usual = TrainingSpec.DEFAULT.encode().fields();
        var fields = new LinkedHashMap<>(spec.encode().fields());
        fields.entrySet().removeIf(e -> e.getValue().equals(usual.get(e.getKey())));
        return fields;
    }

    /// @throws UserException where something makes no sense, with the place
    Project decode(Cursor file) {
        Cursor root = migrations.toCurrent(file);
        SequencedMap<String, PropValue> extra = new LinkedHashMap<>();
        root.fields().forEach((key, value) -> {
            if (isExtra(key)) {
                extra.put(key, PropJson.decode(value));
            }
        });
        root.only(Stream.concat(FIELDS.stream(), extra.keySet().stream()).toList());
        Network network = networks.decode(root.get("network"));
        return new Project(
                root.get("name").text(),
                root.find("lesson").map(ProjectCodec::lesson).orElseGet(LinkedHashMap::new),
                new Design(
                        network,
                        root.find("layout")
                                .map(at -> LayoutCodec.decode(at, network))
                                .orElse(io.netwright.network.Layout.EMPTY),
                        root.find("variables").map(ProjectCodec::variables).orElse(Variables.NONE)),
                root.find("data").map(DataCodec::decode).orElse(null),
                root.find("training").map(ProjectCodec::training).orElse(TrainingSpec.DEFAULT),
                extra);
    }

    private static Variables variables(Cursor at) {
        SequencedMap<String, Double> values = new LinkedHashMap<>();
        at.fields().forEach((name, value) -> {
            if (!new Variables(values).takes(name)) {
                throw value.refuse(Message.of("project.variable.name", name), Message.of("project.variable.aName"));
            }
            double number = value.real();
            if (!Double.isFinite(number)) {
                throw value.refuse(Message.of("project.variable.number", name), Message.of("project.variable.aNumber"));
            }
            values.put(name, number);
        });
        return new Variables(values);
    }

    private static boolean isExtra(String key) {
        return key.startsWith("$") || key.startsWith("x-");
    }

    private static TrainingSpec training(Cursor at) {
        PropValue raw = PropJson.decode(at);
        try {
            return TrainingSpec.decode(raw, new UserException.Where(at.file(), at.path()));
        } catch (UserException e) {
            throw at.locate(e);
        }
    }

    private static SequencedMap<String, String> lesson(Cursor at) {
        SequencedMap<String, String> lesson = new LinkedHashMap<>();
        at.fields().forEach((language, value) -> {
            if (!isInside(value.text())) {
                throw value.refuse(Message.of("project.lesson.outside"), Message.of("project.lesson.inside"));
            }
            lesson.put(language, value.text());
        });
        return lesson;
    }

    /// A project from elsewhere must not make the program read files that are none of its business.
    private static boolean isInside(String file) {
        try {
            Path path = Path.of(file).normalize();
            return !file.isBlank() && !path.isAbsolute() && !path.startsWith("..") && !file.contains("\\");
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
