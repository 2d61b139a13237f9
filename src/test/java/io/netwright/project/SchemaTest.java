package io.netwright.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.netwright.layer.LayerRegistry;
import io.netwright.layer.Prop;
import io.netwright.train.TrainingSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// The JSON Schema accepts what the program writes and refuses what it refuses.
class SchemaTest {

    private static final String TEXT = text();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT, InputFormat.JSON);

    private final ProjectFile files = new ProjectFile(LayerRegistry.STANDARD);

    private static String text() {
        try (InputStream in = SchemaTest.class.getResourceAsStream("/schema/project-1.schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> complaints(String json) {
        return SCHEMA.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    @Property
    void acceptsEveryProjectThatTheProgramWrites(@ForAll long seed) {
        assertEquals(List.of(), complaints(new String(files.bytes(RandomProjects.of(seed)), StandardCharsets.UTF_8)));
    }

    @Example
    void acceptsEverySample() throws IOException {
        for (var sample : Samples.ALL) {
            assertEquals(
                    List.of(),
                    complaints(Files.readString(Path.of("sample-projects", sample.name(), ProjectFile.NAME))),
                    sample.name());
        }
    }

    /// Each a slip in a file that is right without it; the program refuses them, too.
    @Example
    void refusesWhatTheProgramRefuses() throws IOException {
        String right = Files.readString(Path.of("sample-projects/worked-example/project.json"));
        List<String[]> slips = List.of(
                slip("\"netwright-project\"", "\"other\""),
                slip("\"version\": 1", "\"version\": 2"),
                slip("\"name\": \"Worked example\"", "\"name\": 5"),
                slip("\"name\": \"Worked example\",", ""),
                slip("\"name\": \"Worked example\"", "\"named\": \"Worked example\""),
                slip("{\"name\": \"relu1\", ", "{"),
                slip("\"relu1\", \"type\"", "\" \", \"type\""),
                slip("{\"name\": \"relu1\", ", "{\"colour\": 1, \"name\": \"relu1\", "),
                slip("\"name\": \"relu1\", ", "\"name\": \"relu1\", \"network\": {\"nodes\": []}, "),
                slip("\"relu1\", \"type\": \"ReLU\"", "\"relu1\", \"type\": \"Block\", \"layout\": {}"),
                slip("\"shape\": [3]", "\"shape\": null"),
                slip("[\"x.out\", \"dense1.in\"]", "[\"x.out\"]"),
                slip("[\"x.out\", \"dense1.in\"]", "[\"x\", \"dense1.in\"]"),
                slip("[\"x.out\", \"dense1.in\"]", "[\"dense1.out\", \"relu1.in\"]"),
                slip("\"as\": \"values\"", "\"as\": \"numbers\""),
                slip("\"x\": [[1, 2, 3]], ", ""),
                slip("\"x\": [[1, 2, 3]]", "\"x\": [1, 2, 3]"),
                slip("\"as\": \"values\"}", "\"as\": \"values\"}, \"split\": {\"train\": 1}"),
                slip("\"as\": \"values\"}", "\"as\": \"values\"}, \"scaling\": \"none at all\""),
                slip("\"epochs\": 1", "\"epochs\": 0"),
                slip("\"epochs\": 1", "\"epochs\": 1.5"),
                slip("\"epochs\": 1", "\"epoch\": 1"),
                slip("\"type\": \"SGD\", ", ""),
                slip("\"float64\"", "\"float16\""));
        assertEquals(List.of(), complaints(right));
        for (String[] s : slips) {
            String wrong = right.replace(s[0], s[1]);
            assertFalse(wrong.equals(right), s[0]);
            assertFalse(complaints(wrong).isEmpty(), s[1]);
            org.junit.jupiter.api.Assertions.assertThrows(
                    io.netwright.text.UserException.class,
                    () -> files.parse("test", wrong.getBytes(StandardCharsets.UTF_8)),
                    s[1]);
        }
    }

    private static String[] slip(String from, String to) {
        return new String[] {from, to};
    }

    @Example
    void knowsTheTrainingSettingsAndTheirRanges() throws IOException {
        JsonNode training = new ObjectMapper().readTree(TEXT).at("/$defs/training/properties");
        var expected = new TreeSet<>(List.of("optimizer", "schedule", "groups", "metrics"));
        TrainingSpec.PROPS.forEach(p -> expected.add(p.key()));
        var said = new TreeSet<String>();
        training.fieldNames().forEachRemaining(said::add);
        assertEquals(expected, said);
        for (Prop<?> prop : TrainingSpec.PROPS) {
            JsonNode rule = training.get(prop.key());
            switch (prop) {
                case Prop.IntProp p -> {
                    assertEquals(p.min(), rule.get("minimum").asInt(), p.key());
                    assertEquals(p.max(), rule.get("maximum").asInt(), p.key());
                }
                case Prop.RealProp p -> {
                    assertEquals(p.min(), rule.get("minimum").asDouble(), p.key());
                    assertEquals(p.max(), rule.get("maximum").asDouble(), p.key());
                }
                case Prop.ChoiceProp p -> {
                    assertEquals(p.options().size(), rule.get("enum").size(), p.key());
                    rule.get("enum").forEach(o -> assertTrue(p.options().contains(o.asText()), p.key()));
                }
                case Prop.BoolProp p -> assertEquals("boolean", rule.get("type").asText(), p.key());
                default -> throw new AssertionError("say in the schema what " + prop.key() + " may be");
            }
        }
    }
}
