package io.netwright.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.compile.Compiler;
import io.netwright.data.DataSource;
import io.netwright.data.DataSpec;
import io.netwright.data.Scaling;
import io.netwright.data.SplitSpec;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Node;
import io.netwright.network.Position;
import io.netwright.network.PropValue;
import io.netwright.network.Wire;
import io.netwright.project.json.Json;
import io.netwright.text.Message;
import io.netwright.text.Messages;
import io.netwright.text.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectFileTest {

    /// As a person would write it, and as the program does.
    private static final String TEXT = """
        {
          "format": "netwright-project",
          "version": 1,
          "name": "Small",
          "lesson": {
            "en": "lesson_en.md"
          },
          "network": {
            "nodes": [
              {"name": "input1", "type": "Input", "props": {"shape": [3]}},
              {
                "name": "dense1",
                "type": "Dense",
                "props": {
                  "units": 3,
                  "weightInit": {
                    "type": "explicit",
                    "values": [[0.1, 0.2, 0.3], [0.1, 0.2, 0.3], [0.1, 0.2, 0.3]]
                  }
                }
              },
              {"name": "mse1", "type": "MSE"}
            ],
            "wires": [
              ["input1.out", "dense1.in"],
              ["dense1.out", "mse1.in"]
            ]
          },
          "layout": {
            "input1": [40, 80.5]
          },
          "data": {
            "source": {"x": [[1, 2, 3]], "y": [[0, 1, 0]], "as": "values"},
            "split": {"seed": 7},
            "scaling": "standardise"
          },
          "training": {
            "optimizer": {"type": "Adam", "learningRate": 0.01},
            "epochs": 5
          }
        }
        """;

    private final ProjectFile files = new ProjectFile(LayerRegistry.STANDARD);

    @TempDir
    Path folder;

    @Test
    void aFileWrittenByHandIsReadAndWrittenBackAsItWas() {
        Project project = files.parse("test", TEXT.getBytes(StandardCharsets.UTF_8));
        assertEquals("Small", project.name());
        assertEquals(
                List.of("input1", "dense1", "mse1"),
                List.copyOf(project.network().nodes().keySet()));
        assertEquals(
                Node.of("input1", "Input").with("shape", PropValue.ints(3)),
                project.network().node("input1").orElseThrow());
        assertEquals(Wire.of("dense1.out", "mse1.in"), project.network().wires().getLast());
        assertEquals(Optional.of(new Position(40, 80.5)), project.layout().of("input1"));
        assertEquals(Optional.empty(), project.layout().of("dense1"));
        assertEquals(
                new DataSpec(
                        new DataSource.Inline(
                                List.of(List.of(1., 2., 3.)),
                                List.of(List.of(0., 1., 0.)),
                                DataSource.InlineTarget.VALUES),
                        new SplitSpec(1, 0, 0, 7, true),
                        Scaling.STANDARDISE),
                project.data());
        assertEquals(5, project.training().epochs());
        assertEquals("Adam", project.training().optimizer().type());
        assertEquals(TEXT, new String(files.bytes(project), StandardCharsets.UTF_8));
    }

    @Test
    void theLeastThatIsAProject() {
        Project project = files.parse(
                "test",
                "{\"format\": \"netwright-project\", \"version\": 1, \"name\": \"\", \"network\": {\"nodes\": []}}"
                        .getBytes(StandardCharsets.UTF_8));
        assertEquals(Project.empty(""), project);
    }

    /// What is replaced in the text, by what; the message, the place, and the line of what was found there.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "netwright-project"          | "other"                      | version.noProject        | format                            | 2
        "version": 1                 | "version": 2                 | version.newer            | version                           | 3
        "version": 1                 | "version": 0                 | version.unknown          | version                           | 3
        "version": 1                 | "version": "1"               | json.kind                | version                           | 3
        "version": 1,                | ``                           | json.missing             | version                           | 1
        "name": "Small",             | ``                           | json.missing             | name                              | 1
        "name": "Small"              | "name": 5                    | json.kind                | name                              | 4
        "name": "Small"              | "names": "Small"             | json.unknownNear         | names                             | 4
        "lesson_en.md"               | "../../etc/passwd"           | lesson.outside           | lesson.en                         | 6
        "lesson_en.md"               | "/etc/passwd"                | lesson.outside           | lesson.en                         | 6
        "type": "MSE"                | "type": "MSEE"               | network.unknownLayerNear | network.nodes[2].type             | 22
        "type": "MSE"                | "type": "Hopfield"           | network.unknownLayer     | network.nodes[2].type             | 22
        "name": "mse1"               | "name": "dense1"             | network.sameName         | network.nodes[2].name             | 22
        "name": "mse1"               | "name": " "                  | network.noName           | network.nodes[2].name             | 22
        "name": "mse1", "type"       | "type"                       | json.missing             | network.nodes[2].name             | 22
        "shape": [3]                 | "shape": null                | json.null                | network.nodes[0].props.shape      | 10
        "shape": [3]                 | "shape": [1e999]             | json.kind                | network.nodes[0].props.shape[0]   | 10
        "props": {"shape": [3]}      | "props": [3]                 | json.kind                | network.nodes[0].props            | 10
        "props": {"shape": [3]}      | "prop": {"shape": [3]}       | json.unknownNear         | network.nodes[0].prop             | 10
        ["dense1.out", "mse1.in"]    | ["dense2.out", "mse1.in"]    | network.noNodeNear       | network.wires[1][0]               | 26
        ["dense1.out", "mse1.in"]    | ["dense1.out", "nobody.in"]  | network.noNode           | network.wires[1][1]               | 26
        ["dense1.out", "mse1.in"]    | ["dense1", "mse1.in"]        | network.portForm         | network.wires[1][0]               | 26
        ["dense1.out", "mse1.in"]    | ["dense1.out"]               | network.wireEnds         | network.wires[1]                  | 26
        ["dense1.out", "mse1.in"]    | "dense1.out"                 | json.kind                | network.wires[1]                  | 26
        ["dense1.out", "mse1.in"]    | ["input1.out", "dense1.in"]  | network.sameWire         | network.wires[1]                  | 26
        "input1": [40, 80.5]         | "input9": [40, 80.5]         | network.noNodeNear       | layout.input9                     | 30
        "input1": [40, 80.5]         | "input1": [40]               | layout.position          | layout.input1                     | 30
        "input1": [40, 80.5]         | "input1": [40, "80"]         | json.kind                | layout.input1[1]                  | 30
        "input1": [40, 80.5]         | "input1": [40, "NaN"]        | json.kind                | layout.input1[1]                  | 30
        "x": [[1, 2, 3]],            | ``                           | data.source              | data.source                       | 33
        "x": [[1, 2, 3]],            | "x": [1],                    | json.kind                | data.source.x[0]                  | 33
        "as": "values"               | "as": "vales"                | json.kind                | data.source.as                    | 33
        "as": "values"               | "as": "values", "z": 1       | json.unknown             | data.source.z                     | 33
        {"seed": 7}                  | {"seed": 7.5}                | json.kind                | data.split.seed                   | 34
        {"seed": 7}                  | {"train": 0.5, "test": 0.5}  | json.missing             | data.split.validation             | 34
        "standardise"                | "standard"                   | json.kind                | data.scaling                      | 35
        """)
    void whatMakesNoSenseIsRefusedWithPlaceAndLine(String from, String to, String key, String place, int line)
            throws IOException {
        var e = refused(TEXT.replace(from, to == null ? "" : to));
        assertEquals("project." + key, e.what().key());
        assertEquals(place, e.where().place());
        assertTrue(english(e.found()).contains("(line " + line + ","), english(e.found()));
    }

    /// The training settings and the data judge their own; the line is added here.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "epochs": 5           | "epochs": 0             | training.epochs                 | 39
        "epochs": 5           | "epoch": 5              | training.epoch                  | 39
        "type": "Adam"        | "type": "Adamm"         | training.optimizer.type         | 38
        "learningRate": 0.01  | "learningRate": "fast"  | training.optimizer.learningRate | 38
        """)
    void otherRoomsSettingsAreRefusedWithPlaceAndLine(String from, String to, String place, int line)
            throws IOException {
        var e = refused(TEXT.replace(from, to));
        assertEquals(place, e.where().place());
        assertTrue(english(e.found()).contains("(line " + line + ","), english(e.found()));
    }

    @Test
    void aCutOffFileIsRefused() throws IOException {
        assertEquals(
                "project.json.cutOff",
                refused(TEXT.substring(0, TEXT.length() / 2)).what().key());
    }

    @Test
    void theMessagesReadWell() throws IOException {
        var e = refused(TEXT.replace("\"type\": \"MSE\"", "\"type\": \"Linear\""));
        assertEquals(
                "There is no layer \"Linear\". Is \"Dense\" meant? Otherwise it may come from a newer version of"
                        + " Netwright.",
                english(e.what()));
        assertEquals("\"Linear\" (line 22, column 32)", english(e.found()));
        assertTrue(english(e.expected()).startsWith("one of: Input, "), english(e.expected()));
        assertTrue(english(e.expected()).contains(", Dense, "), english(e.expected()));
    }

    private UserException refused(String text) throws IOException {
        Files.writeString(folder.resolve(ProjectFile.NAME), text);
        var e = assertThrows(UserException.class, () -> files.load(folder));
        assertEquals(folder.resolve(ProjectFile.NAME).toString(), e.where().file());
        for (Locale locale : Messages.LOCALES) {
            for (Message m : List.of(e.what(), e.expected(), e.found())) {
                String words = Messages.in(locale).format(m);
                assertFalse(words.isBlank() || words.contains("!" + m.key()), words);
            }
        }
        return e;
    }

    private static String english(Message m) {
        return Messages.in(Locale.ENGLISH).format(m);
    }

    /// What can be mended in the window is let in and shown there.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "units": 3                   | "units": -3                  | dense1
        "units": 3                   | "units": "three"             | dense1
        "units": 3                   | "unit": 3                    | dense1
        ["dense1.out", "mse1.in"]    | ["dense1.out", "mse1.side"]  | mse1
        ["input1.out", "dense1.in"]  | ["dense1.out", "dense1.in"]  | dense1
        """)
    void whatCompileJudgesLoadsAndIsAProblem(String from, String to, String node) {
        Project project = files.parse("test", TEXT.replace(from, to).getBytes(StandardCharsets.UTF_8));
        var compilation = new Compiler(LayerRegistry.STANDARD).compile(project.network(), null, Compiler.Mode.TRAINING);
        assertFalse(compilation.at(node).isEmpty(), compilation.diagnostics().toString());
    }

    @Test
    void fieldsForOtherProgramsAreKept() {
        String text = TEXT.replace(
                "\"version\": 1,",
                "\"version\": 1,\n"
                        + "  \"$schema\": \"project-1.schema.json\",\n"
                        + "  \"x-grader\": {\n"
                        + "    \"points\": 3\n"
                        + "  },");
        Project project = files.parse("test", text.getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("$schema", "x-grader"), List.copyOf(project.extra().keySet()));
        assertEquals(text, new String(files.bytes(project), StandardCharsets.UTF_8));
    }

    @Test
    void olderVersionsAreBroughtUpStepByStep() {
        // as if version 1 had said "title" and version 2 "label"
        var migrations = new Migrations(List.of(
                fields -> renamed(fields, "title", "label"), //
                fields -> renamed(fields, "label", "name")));
        var codec = new ProjectCodec(LayerRegistry.STANDARD, migrations);
        for (String old :
                List.of("\"version\": 1, \"title\"", "\"version\": 2, \"label\"", "\"version\": 3, \"name\"")) {
            String text = "{\"format\": \"netwright-project\", " + old + ": \"N\", \"network\": {\"nodes\": []}}";
            Project project = codec.decode(
                    io.netwright.project.json.JsonFile.parse("test", text.getBytes(StandardCharsets.UTF_8)));
            assertEquals("N", project.name());
        }
        assertTrue(codec.encode(Project.empty("N")) instanceof Json.Obj o
                && o.fields().get("version") instanceof Json.Num n
                && n.text().equals("3"));
    }

    private static java.util.SequencedMap<String, Json> renamed(
            java.util.SequencedMap<String, Json> fields, String from, String to) {
        var copy = new java.util.LinkedHashMap<String, Json>();
        fields.forEach((key, value) -> copy.put(key.equals(from) ? to : key, value));
        return copy;
    }

    @Test
    void aProjectIsNamedByItsFolderOrItsFile() throws IOException {
        files.create(folder.resolve("new/inner"), Project.empty("N"));
        Path file = folder.resolve("new/inner/project.json");
        assertEquals(Project.empty("N"), files.load(folder.resolve("new/inner")));
        assertEquals(Project.empty("N"), files.load(file));
        assertEquals(file.getParent(), ProjectFile.folder(file));
        var e = assertThrows(UserException.class, () -> files.create(file.getParent(), Project.empty("M")));
        assertEquals("project.create.taken", e.what().key());
        assertEquals(Project.empty("N"), files.load(file));
        assertEquals(
                "project.open.noProject",
                assertThrows(UserException.class, () -> files.load(folder))
                        .what()
                        .key());
        assertEquals(
                "exchange.read.missing",
                assertThrows(UserException.class, () -> files.load(folder.resolve("nowhere")))
                        .what()
                        .key());
    }

    @Test
    void aSaveThatCannotBeSaysWhyAndLeavesTheOldFile() throws IOException {
        var gone = assertThrows(UserException.class, () -> files.save(folder.resolve("unplugged"), Project.empty("N")));
        assertEquals("exchange.write.noFolder", gone.what().key());
        assertFalse(Files.exists(folder.resolve("unplugged")), "a folder that vanished is not made up again");
        Files.createDirectory(folder.resolve(ProjectFile.NAME));
        assertEquals(
                "exchange.write.isFolder",
                assertThrows(UserException.class, () -> files.save(folder, Project.empty("N")))
                        .what()
                        .key());
    }

    @Test
    void theLessonIsInTheLanguageOrTheNextBest() throws IOException {
        Project project = files.parse("test", TEXT.getBytes(StandardCharsets.UTF_8));
        Files.writeString(folder.resolve("lesson_en.md"), "# Hello");
        assertEquals(Optional.of("# Hello"), ProjectFile.lesson(folder, project, Locale.SIMPLIFIED_CHINESE));
        var both = new java.util.LinkedHashMap<>(project.lesson());
        both.put("zh-CN", "lesson_zh_CN.md");
        Files.writeString(folder.resolve("lesson_zh_CN.md"), "# \u4f60\u597d");
        Project bilingual = project.withLesson(both);
        assertEquals(Optional.of("# \u4f60\u597d"), ProjectFile.lesson(folder, bilingual, Locale.SIMPLIFIED_CHINESE));
        assertEquals(Optional.of("# Hello"), ProjectFile.lesson(folder, bilingual, Locale.FRENCH));
        assertEquals(Optional.empty(), ProjectFile.lesson(folder, Project.empty("N"), Locale.ENGLISH));
        Files.delete(folder.resolve("lesson_en.md"));
        assertEquals(
                "exchange.read.missing",
                assertThrows(UserException.class, () -> ProjectFile.lesson(folder, project, Locale.ENGLISH))
                        .what()
                        .key());
    }

    @Test
    void unsavedWorkIsOfferedAgainUntilItIsSaved() throws IOException {
        Project saved = Project.empty("saved");
        Project edited = Project.empty("edited");
        files.save(folder, saved);
        assertEquals(Optional.empty(), Recovery.find(files, folder));
        Recovery.keep(files, folder, edited);
        assertEquals(edited, Recovery.find(files, folder).orElseThrow().project());
        assertEquals(saved, files.load(folder), "the project's own file stays as it is");
        Recovery.keep(files, folder, saved);
        assertEquals(Optional.empty(), Recovery.find(files, folder), "nothing was lost");

        Recovery.keep(files, folder, edited);
        byte[] whole = Files.readAllBytes(folder.resolve(Recovery.NAME));
        Files.write(folder.resolve(Recovery.NAME), java.util.Arrays.copyOf(whole, 40));
        assertEquals(Optional.empty(), Recovery.find(files, folder), "cannot be understood");
        Recovery.keep(files, folder, edited);
        files.save(folder, edited);
        assertFalse(Files.exists(folder.resolve(Recovery.NAME)));
        Recovery.keep(files, folder, saved);
        Recovery.discard(folder);
        assertFalse(Files.exists(folder.resolve(Recovery.NAME)));
        assertArrayEquals(whole, files.bytes(edited));
    }
}
