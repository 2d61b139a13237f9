package io.netwright.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netwright.project.Samples;
import io.netwright.text.Messages;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The contract of `docs/cli.md`, on the samples.
class CommandLineTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path project;

    @BeforeEach
    void makeAProject() {
        project = folder.resolve("example");
        assertEquals(Exit.OK, run("new", project.toString(), "--from", "worked-example"));
    }

    @Test
    void checkSaysShapesAndCounts() throws Exception {
        assertEquals(Exit.OK, run("check", project.toString(), "--json"));
        JsonNode answer = lines().getLast();
        assertTrue(answer.get("valid").asBoolean());
        assertEquals(36, answer.get("parameters").asInt());
        JsonNode dense = answer.get("nodes").get(1);
        assertEquals("[\"N\",3]", dense.get("outputs").get("out").toString());
        assertEquals(12, dense.get("parameters").asInt());
    }

    /// NumPy in float64: see WorkedExampleTest for the recurrence.
    @Test
    void stepPrintsTheWorkedExamplesNumbers() throws Exception {
        assertEquals(Exit.OK, run("step", project.toString(), "--json"));
        List<JsonNode> all = lines();
        assertEquals(2.1552175, all.getFirst().get("loss").asDouble(), 1e-12);
        JsonNode weight = all.stream()
                .filter(n -> n.path("parameter").asText().equals("dense1.weight"))
                .findFirst()
                .orElseThrow();
        assertEquals(0.0898885, weight.get("after").get(0).get(0).asDouble(), 1e-12);
        assertEquals(3.03345, weight.get("gradient").get(2).get(1).asDouble(), 1e-12);
    }

    @Test
    void aRunThatIsResumedWritesTheWeightsOfOneThatWasNeverInterrupted() throws Exception {
        Path iris = folder.resolve("iris");
        Path whole = folder.resolve("whole");
        Path parts = folder.resolve("parts");
        assertEquals(Exit.OK, run("new", iris.toString(), "--from", "iris"));
        assertEquals(Exit.OK, run("train", iris.toString(), "--epochs", "5", "--out", whole.toString(), "--json"));
        assertEquals(Exit.OK, run("train", iris.toString(), "--epochs", "2", "--out", parts.toString(), "--json"));
        assertEquals(
                Exit.OK,
                run("train", iris.toString(), "--epochs", "5", "--resume", "--out", parts.toString(), "--json"));
        assertEquals(3, lines().get(0).get("epoch").asInt(), "goes on with the third epoch");
        assertArrayEquals(
                Files.readAllBytes(whole.resolve("weights.safetensors")),
                Files.readAllBytes(parts.resolve("weights.safetensors")));
        assertEquals(
                Exit.INVALID,
                run("train", iris.toString(), "--resume", "--weights", "w", "--out", parts.toString()),
                "weights or a checkpoint, not both");
    }

    @Test
    void trainEvaluatePredictAndExportGoTogether() throws Exception {
        Path iris = folder.resolve("iris");
        Path made = folder.resolve("made");
        String weights = made.resolve("weights.safetensors").toString();
        assertEquals(Exit.OK, run("new", iris.toString(), "--from", "iris"));
        assertEquals(Exit.OK, run("train", iris.toString(), "--epochs", "3", "--out", made.toString(), "--json"));
        List<JsonNode> events = lines();
        assertEquals(4, events.size());
        assertEquals("epoch", events.getFirst().get("event").asText());
        assertTrue(events.getFirst().has("validationLoss"));
        assertEquals(weights, events.getLast().get("weights").asText());

        assertEquals(Exit.OK, run("evaluate", iris.toString(), "--weights", weights, "--split", "test", "--json"));
        assertTrue(lines().getLast().get("metrics").get("accuracy").asDouble() > 0.3);

        Path input = folder.resolve("x.csv");
        Files.writeString(
                input, "sepal length,sepal width,petal length,petal width\n5.1,3.5,1.4,0.2\n6.7,3.0,5.2,2.3\n");
        Path answers = folder.resolve("y.csv");
        assertEquals(
                Exit.OK,
                run(
                        "predict",
                        iris.toString(),
                        "--weights",
                        weights,
                        "--input",
                        input.toString(),
                        "--out",
                        answers.toString()));
        assertEquals(3, Files.readAllLines(answers).size());

        Path model = folder.resolve("model.onnx");
        assertEquals(
                Exit.OK,
                run(
                        "export",
                        iris.toString(),
                        "--weights",
                        weights,
                        "--format",
                        "onnx",
                        "--out",
                        model.toString(),
                        "--json"));
        assertTrue(lines().getLast().get("passed").asBoolean());
        assertTrue(Files.size(model) > 0);
    }

    @Test
    void gradcheckAnswersYes() throws Exception {
        assertEquals(Exit.OK, run("gradcheck", project.toString(), "--json"));
        assertTrue(lines().getLast().get("maxRelativeError").asDouble() < 1e-6);
    }

    @Test
    void initialWeightsAreWritten() {
        Path weights = folder.resolve("w.safetensors");
        assertEquals(Exit.OK, run("init", project.toString(), "--seed", "5", "--out", weights.toString()));
        assertTrue(Files.exists(weights));
    }

    @Test
    void aFileThatIsCutOffIsRefusedWithItsPlace() throws Exception {
        Path file = project.resolve("project.json");
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() / 2));
        assertEquals(Exit.INVALID, run("check", project.toString(), "--json"));
        assertEquals("", out.toString(StandardCharsets.UTF_8));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("project.json"));
    }

    @Test
    void aNetworkWithErrorsIsInvalid() throws Exception {
        Path file = project.resolve("project.json");
        Files.writeString(file, Files.readString(file).replaceFirst("\"units\": 3", "\"units\": 0"));
        assertEquals(Exit.INVALID, run("check", project.toString(), "--json"));
        JsonNode problem = lines().getLast().get("diagnostics").get(0);
        assertEquals("dense1.units", problem.get("place").asText());
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("dense1.units"));
    }

    static List<String> samples() {
        return Samples.ALL.stream().map(Samples.Sample::name).toList();
    }

    /// A model that has learned a little computes the same in ONNX Runtime, to 1e-5.
    @ParameterizedTest
    @MethodSource("samples")
    void everySampleIsExportedWithACertificate(String sample) throws Exception {
        String it = folder.resolve(sample + "-exported").toString();
        assertEquals(Exit.OK, run("new", it, "--from", sample));
        assertEquals(Exit.OK, run("train", it, "--epochs", "1", "--json"));
        String file = folder.resolve(sample + ".onnx").toString();
        assertEquals(Exit.OK, run("export", it, "--format", "onnx", "--out", file, "--json"));
        JsonNode certificate = lines().getLast();
        assertTrue(certificate.get("exported").asBoolean());
        assertTrue(certificate.get("maxAbsolute").asDouble() <= 1e-5, certificate::toString);
        assertTrue(Files.size(Path.of(file)) > 0);
    }

    @Test
    void anUnknownOptionIsInvalid() {
        assertEquals(Exit.INVALID, run("train", project.toString(), "--nonsense"));
        assertEquals(Exit.INVALID, run("evaluate", project.toString(), "--split", "exam"));
    }

    private int run(String... args) {
        out.reset();
        err.reset();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Messages.in(Locale.ENGLISH));
        return NetwrightCommand.run(console, new NoDesktop(), args);
    }

    private List<JsonNode> lines() throws Exception {
        List<JsonNode> all = new ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).strip().split("\n")) {
            all.add(JSON.readTree(line));
        }
        return all;
    }

    /// The commands tested here need no window.
    private static final class NoDesktop implements Desktop {
        @Override
        public StepFigures benchStepping(String sample, int frames) {
            throw new AssertionError("no window here");
        }

        @Override
        public WatchFigures benchWatch(String sample, int pairs, int frames) {
            throw new AssertionError("no window here");
        }

        @Override
        public CanvasFigures benchCanvas(int nodes, int frames) {
            throw new AssertionError("no window here");
        }

        @Override
        public int open(Path project) {
            throw new AssertionError("opened a window");
        }

        @Override
        public void render(Path project, String theme, Path picture) {
            throw new AssertionError("drew a canvas");
        }

        @Override
        public void screenshot(Shot shot) {
            throw new AssertionError("took a picture");
        }
    }
}
